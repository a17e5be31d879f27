/** What a browser that waits for an approval holds: the secret that no other browser has, and what it shows. */
import { z } from "zod";
import { approvalLifetimeSeconds } from "#lib/accounts/device-approval/lifetimes.ts";
import type { Runtime } from "#lib/context/context.ts";
import { clearedCookie, cookieHeader, openCookie, type SealedCookie, sealValue } from "./sealed-cookie.ts";

const waitingCookie: SealedCookie = { suffix: "-waiting", purpose: "waiting-cookie", longest: 1024 };

const waitingBrowserSchema = z.object({
  secret: z.string().length(43),
  /** The code as it is shown: the page can be loaded again, and the database knows only its hash. */
  code: z.string().max(64),
});

export type WaitingBrowser = z.infer<typeof waitingBrowserSchema>;

/** The `Set-Cookie` value. */
export async function sealWaitingCookie(
  runtime: Pick<Runtime, "config" | "keyring">,
  browser: WaitingBrowser,
): Promise<string> {
  const sealed = await sealValue(runtime, waitingCookie, browser, approvalLifetimeSeconds);
  return cookieHeader(runtime, waitingCookie, sealed, `Max-Age=${approvalLifetimeSeconds}`);
}

export function clearedWaitingCookie(runtime: Pick<Runtime, "config">): string {
  return clearedCookie(runtime, waitingCookie);
}

/** Undefined where the browser does not wait, or no longer. */
export async function openWaitingCookie(
  runtime: Pick<Runtime, "config" | "keyring">,
  header: string | null,
): Promise<WaitingBrowser | undefined> {
  const data = await openCookie(runtime, waitingCookie, header, approvalLifetimeSeconds);
  return waitingBrowserSchema.safeParse(data).data;
}
