/** Cookies that only we can read and write: their values are sealed by iron-session under keys of the keyring. */
import { sealData, unsealData } from "iron-session";
import type { Runtime } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { deriveKey, type Keyring } from "#lib/crypto/keyring.ts";

export interface SealedCookie {
  /** Behind `latchkey`; empty for the session's. */
  readonly suffix: string;
  /** What its key is derived for: no cookie opens as another one. */
  readonly purpose: string;
  /** How long a value may take before it is not looked at. Browsers keep 4096 bytes a cookie. */
  readonly longest: number;
}

type CookieRuntime = Pick<Runtime, "config" | "keyring">;

/** Over https the `__Host-` prefix binds the cookie to this host and to `Path=/` (RFC 6265bis section 4.1.3.2). */
export function cookieName(
  { config }: Pick<Runtime, "config">,
  { suffix }: Pick<SealedCookie, "suffix">,
): string {
  return `${config.secure ? "__Host-" : ""}latchkey${suffix}`;
}

/** The value alone. With `ttlSeconds` it opens no longer than that; 0: for ever. */
export function sealValue(
  { keyring }: Pick<Runtime, "keyring">,
  { purpose }: SealedCookie,
  data: object,
  ttlSeconds: number,
): Promise<string> {
  return sealData(data, { password: passwords(keyring, purpose), ttl: ttlSeconds });
}

/** The `Set-Cookie` value. */
export function cookieHeader(
  runtime: Pick<Runtime, "config">,
  cookie: Pick<SealedCookie, "suffix">,
  value: string,
  end: string,
): string {
  return `${cookieName(runtime, cookie)}=${value}; ${attributes(runtime)}; ${end}`;
}

/** The `Set-Cookie` value that removes the cookie. */
export function clearedCookie(runtime: Pick<Runtime, "config">, cookie: SealedCookie): string {
  return `${cookieName(runtime, cookie)}=; ${attributes(runtime)}; Max-Age=0`;
}

/** What the cookie holds, to be parsed; undefined for none, a foreign one, an old one, or one of an unknown key. */
export async function openCookie(
  runtime: CookieRuntime,
  cookie: SealedCookie,
  header: string | null,
  ttlSeconds: number,
): Promise<unknown> {
  const sealed = findCookie(header, cookieName(runtime, cookie));
  if (sealed === undefined || sealed === "" || sealed.length > cookie.longest) return undefined;
  try {
    return await unsealData(sealed, {
      password: passwords(runtime.keyring, cookie.purpose),
      ttl: ttlSeconds,
    });
  } catch {
    return undefined;
  }
}

export function findCookie(header: string | null, name: string): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const separator = pair.indexOf("=");
    if (separator > 0 && pair.slice(0, separator).trim() === name) return pair.slice(separator + 1).trim();
  }
  return undefined;
}

function attributes({ config }: Pick<Runtime, "config">): string {
  return `Path=/; HttpOnly; SameSite=Lax${config.secure ? "; Secure" : ""}`;
}

/** iron-session numbers its passwords and seals with the highest: the oldest ring key is number 1. */
function passwords(keyring: Keyring, purpose: string): Record<string, string> {
  const cache = processWide(`${purpose}/passwords`, () => new WeakMap<Keyring, Record<string, string>>());
  let derived = cache.get(keyring);
  if (!derived) {
    derived = Object.fromEntries(
      keyring.keys.map((entry, index) => [
        String(keyring.keys.length - index),
        encodeBase64url(deriveKey(entry, purpose)),
      ]),
    );
    cache.set(keyring, derived);
  }
  return derived;
}
