/** Whether a set-up link would still work; looking does not use it up. */
import type { Context } from "#lib/context/context.ts";
import { administratorWithPasskeyExists } from "#lib/credentials/store.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { setUpLinkIsOpen } from "./store.ts";

/** False for unknown, used and expired links, and for any link once an administrator can sign in. */
export async function checkSetUpLink(ctx: Context, token: string): Promise<boolean> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return false;
  const open = await setUpLinkIsOpen(ctx.db, sha256(token), ctx.now);
  return open && !(await administratorWithPasskeyExists(ctx.db));
}
