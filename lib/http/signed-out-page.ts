/** The page after a sign-out, while the apps' own pages run in frames (OpenID Connect Front-Channel Logout 1.0 section 2). */
import { htmlPage } from "./html-page.ts";
import { frameSourcesHeader } from "./internal-headers.ts";
import type { PageLook } from "./page-look.ts";

/** Apps that take longer are left behind: nobody waits for a sign-out. */
const longestWaitSeconds = 5;

/** Goes on when every frame has loaded, where scripts run; else after a few seconds, or by the link. */
export function signedOutPage(
  look: PageLook,
  location: string,
  frames: readonly string[],
  nonce: string | undefined,
): Response {
  const { t } = look;
  const page = htmlPage(look, {
    status: 200,
    title: t("signOut.framesTitle"),
    paragraphs: [t("signOut.framesBody")],
    goOn: { location, label: t("signOut.framesContinue"), afterSeconds: longestWaitSeconds },
    frames: { urls: frames, nonce },
  });
  const origins = new Set(frames.map((url) => new URL(url).origin));
  page.headers.set(frameSourcesHeader, [...origins].join(" "));
  return page;
}
