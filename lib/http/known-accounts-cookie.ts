/**
 * Whom a browser knows, so that the sign-in page can offer them by name. No session: whoever is known still needs their
 * passkey. Only ids are in it, so names and pictures are those of today, and none stay behind on a computer.
 */
import { z } from "zod";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Runtime } from "#lib/context/context.ts";
import { mostAccounts } from "#lib/sessions/open-session.ts";
import { clearedCookie, cookieHeader, openCookie, type SealedCookie, sealValue } from "./sealed-cookie.ts";

type CookieRuntime = Pick<Runtime, "config" | "keyring">;

const knownCookie: SealedCookie = { suffix: "-known", purpose: "known-accounts-cookie", longest: 1024 };

/** Counted anew by each sign-in. */
const lifetimeSeconds = 180 * 86_400;

const knownSchema = z.object({ ids: z.array(z.uuid()).max(mostAccounts) });

/** The last one who signed in first; none for a foreign cookie, or an old one. */
export async function readKnownAccounts(runtime: CookieRuntime, header: string | null): Promise<UserId[]> {
  const data = await openCookie(runtime, knownCookie, header, lifetimeSeconds);
  return (knownSchema.safeParse(data).data?.ids ?? []) as UserId[];
}

/** `Set-Cookie` after somebody signed in with a passkey: they come first, and a sixth is forgotten. */
export async function rememberAccount(
  runtime: CookieRuntime,
  header: string | null,
  id: UserId,
): Promise<string> {
  const others = (await readKnownAccounts(runtime, header)).filter((known) => known !== id);
  return sealIds(runtime, [id, ...others].slice(0, mostAccounts));
}

/** `Set-Cookie` without these; the cookie's removal where nobody is left. */
export async function forgetAccounts(
  runtime: CookieRuntime,
  header: string | null,
  ids: readonly UserId[],
): Promise<string> {
  const left = (await readKnownAccounts(runtime, header)).filter((known) => !ids.includes(known));
  return left.length === 0 ? clearedCookie(runtime, knownCookie) : sealIds(runtime, left);
}

async function sealIds(runtime: CookieRuntime, ids: readonly UserId[]): Promise<string> {
  const sealed = await sealValue(runtime, knownCookie, { ids }, lifetimeSeconds);
  return cookieHeader(runtime, knownCookie, sealed, `Max-Age=${lifetimeSeconds}`);
}
