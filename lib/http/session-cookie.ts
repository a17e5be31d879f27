/** The session cookie: the opaque tokens of those signed in in a browser, sealed by iron-session under keys of the keyring. */
import { sealData, unsealData } from "iron-session";
import type { Runtime } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { deriveKey, type Keyring } from "#lib/crypto/keyring.ts";
import { mostAccounts } from "#lib/sessions/open-session.ts";

/** Over https the `__Host-` prefix binds the cookie to this host and to `Path=/` (RFC 6265bis section 4.1.3.2). */
export function sessionCookieName(runtime: Pick<Runtime, "config">): string {
  return runtime.config.secure ? "__Host-latchkey" : "latchkey";
}

/** The `Set-Cookie` value that carries `token`, and the `others` of the browser after it, until `expiresAt`. */
export async function sealSessionCookie(
  runtime: Pick<Runtime, "config" | "keyring">,
  { token, expiresAt }: { readonly token: string; readonly expiresAt: Date },
  others: readonly string[] = [],
): Promise<string> {
  const sealed = await sealTokens(runtime, [token, ...others]);
  return `${sessionCookieName(runtime)}=${sealed}; ${attributes(runtime)}; Expires=${expiresAt.toUTCString()}`;
}

/** The cookie's value. */
export function sealTokens(runtime: Pick<Runtime, "keyring">, tokens: readonly string[]): Promise<string> {
  // No time limit in the seal: the rows decide how long sessions live, and can end them.
  return sealData(
    { tokens: tokens.slice(0, mostAccounts) },
    { password: passwords(runtime.keyring), ttl: 0 },
  );
}

/** The `Set-Cookie` value that removes the cookie. */
export function clearedSessionCookie(runtime: Pick<Runtime, "config">): string {
  return `${sessionCookieName(runtime)}=; ${attributes(runtime)}; Max-Age=0`;
}

/** The session tokens in a `Cookie` header, the current one first; none for a foreign one, or one sealed by an unknown key. */
export async function openSessionCookie(
  runtime: Pick<Runtime, "config" | "keyring">,
  cookieHeader: string | null,
): Promise<string[]> {
  const sealed = findCookie(cookieHeader, sessionCookieName(runtime));
  if (sealed === undefined || sealed.length > 2048) return [];
  try {
    // `token` alone is what cookies held while a browser had one session.
    const data = await unsealData<{ token?: unknown; tokens?: unknown }>(sealed, {
      password: passwords(runtime.keyring),
      ttl: 0,
    });
    const tokens = Array.isArray(data.tokens) ? data.tokens : [data.token];
    return tokens.filter((token) => typeof token === "string" && token.length === 43).slice(0, mostAccounts);
  } catch {
    return [];
  }
}

function attributes(runtime: Pick<Runtime, "config">): string {
  return `Path=/; HttpOnly; SameSite=Lax${runtime.config.secure ? "; Secure" : ""}`;
}

export function findCookie(header: string | null, name: string): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const separator = pair.indexOf("=");
    if (separator > 0 && pair.slice(0, separator).trim() === name) return pair.slice(separator + 1).trim();
  }
  return undefined;
}

/** iron-session numbers its passwords and seals with the highest: the oldest ring key is number 1. */
function passwords(keyring: Keyring): Record<string, string> {
  const cache = processWide("session-cookie/passwords", () => new WeakMap<Keyring, Record<string, string>>());
  let derived = cache.get(keyring);
  if (!derived) {
    derived = Object.fromEntries(
      keyring.keys.map((entry, index) => [
        String(keyring.keys.length - index),
        encodeBase64url(deriveKey(entry, "session-cookie")),
      ]),
    );
    cache.set(keyring, derived);
  }
  return derived;
}
