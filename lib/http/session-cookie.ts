/** The session cookie: the opaque tokens of those signed in in a browser. */
import type { Runtime } from "#lib/context/context.ts";
import { mostAccounts } from "#lib/sessions/open-session.ts";
import {
  clearedCookie,
  cookieHeader,
  cookieName,
  openCookie,
  type SealedCookie,
  sealValue,
} from "./sealed-cookie.ts";

const sessionCookie: SealedCookie = { suffix: "", purpose: "session-cookie", longest: 2048 };

/** No time limit in the seal: the rows decide how long sessions live, and can end them. */
const forEver = 0;

export function sessionCookieName(runtime: Pick<Runtime, "config">): string {
  return cookieName(runtime, sessionCookie);
}

/** The `Set-Cookie` value that carries `token`, and the `others` of the browser after it, until `expiresAt`. */
export async function sealSessionCookie(
  runtime: Pick<Runtime, "config" | "keyring">,
  { token, expiresAt }: { readonly token: string; readonly expiresAt: Date },
  others: readonly string[] = [],
): Promise<string> {
  const sealed = await sealTokens(runtime, [token, ...others]);
  return cookieHeader(runtime, sessionCookie, sealed, `Expires=${expiresAt.toUTCString()}`);
}

/** The cookie's value. */
export function sealTokens(runtime: Pick<Runtime, "keyring">, tokens: readonly string[]): Promise<string> {
  return sealValue(runtime, sessionCookie, { tokens: tokens.slice(0, mostAccounts) }, forEver);
}

/** The `Set-Cookie` value that removes the cookie. */
export function clearedSessionCookie(runtime: Pick<Runtime, "config">): string {
  return clearedCookie(runtime, sessionCookie);
}

/** The session tokens in a `Cookie` header, the current one first; none for a foreign one, or one sealed by an unknown key. */
export async function openSessionCookie(
  runtime: Pick<Runtime, "config" | "keyring">,
  header: string | null,
): Promise<string[]> {
  // `token` alone is what cookies held while a browser had one session.
  const data = (await openCookie(runtime, sessionCookie, header, forEver)) as
    | { token?: unknown; tokens?: unknown }
    | undefined;
  const tokens = Array.isArray(data?.tokens) ? data.tokens : [data?.token];
  return tokens.filter((token) => typeof token === "string" && token.length === 43).slice(0, mostAccounts);
}
