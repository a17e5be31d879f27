/** That a browser was offered a passkey of its own: not again for a month, whatever became of the offer. */
import type { Runtime } from "#lib/context/context.ts";
import { cookieHeader, cookieName, findCookie, type SealedCookie } from "./sealed-cookie.ts";

/** Nothing is in it that would have to be sealed. */
const offerCookie: Pick<SealedCookie, "suffix"> = { suffix: "-offered" };
const pauseSeconds = 30 * 86_400;

export function wasOffered(runtime: Pick<Runtime, "config">, header: string | null): boolean {
  return findCookie(header, cookieName(runtime, offerCookie)) !== undefined;
}

/** The `Set-Cookie` value. */
export function offeredCookie(runtime: Pick<Runtime, "config">): string {
  return cookieHeader(runtime, offerCookie, "1", `Max-Age=${pauseSeconds}`);
}
