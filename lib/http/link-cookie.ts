/** The half of a sign-in link that stays in the browser which asked for it, and what it asked for it for. */
import { z } from "zod";
import type { Runtime } from "#lib/context/context.ts";
import { clearedCookie, cookieHeader, openCookie, type SealedCookie, sealValue } from "./sealed-cookie.ts";

/** As long as the link. */
const lifetimeSeconds = 900;

const askingCookie: SealedCookie = { suffix: "-link", purpose: "link-cookie", longest: 2048 };

const askingBrowserSchema = z.object({
  browserSecret: z.string().length(43),
  /** The app's request that waits for the sign-in. */
  interaction: z.string().max(43).optional(),
});

export type AskingBrowser = z.infer<typeof askingBrowserSchema>;

/** The `Set-Cookie` value. `Lax` lets it come along when the link is opened from the mail program's site. */
export async function sealLinkCookie(
  runtime: Pick<Runtime, "config" | "keyring">,
  browser: AskingBrowser,
): Promise<string> {
  const sealed = await sealValue(runtime, askingCookie, browser, lifetimeSeconds);
  return cookieHeader(runtime, askingCookie, sealed, `Max-Age=${lifetimeSeconds}`);
}

export function clearedLinkCookie(runtime: Pick<Runtime, "config">): string {
  return clearedCookie(runtime, askingCookie);
}

/** Undefined where the browser asked for no link, or too long ago. */
export async function openLinkCookie(
  runtime: Pick<Runtime, "config" | "keyring">,
  header: string | null,
): Promise<AskingBrowser | undefined> {
  const data = await openCookie(runtime, askingCookie, header, lifetimeSeconds);
  return askingBrowserSchema.safeParse(data).data;
}
