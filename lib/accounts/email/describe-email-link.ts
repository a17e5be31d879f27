/** What the page behind a link says before anything is pressed. Looking changes nothing. */
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { emailTokenSchema } from "./schema.ts";
import { findVerificationByToken } from "./store.ts";

/** `foreign`: another account asked for it than the one that is signed in here. */
export type EmailLink =
  | { readonly state: "open"; readonly email: string; readonly change: boolean }
  | { readonly state: "foreign" | "dead" };

export async function describeEmailLink(ctx: Context, token: string): Promise<EmailLink> {
  if (ctx.actor.type !== "user" || !emailTokenSchema.safeParse({ token }).success) return { state: "dead" };
  const row = await findVerificationByToken(ctx.db, sha256(token), ctx.now);
  if (!row) return { state: "dead" };
  if (row.userId !== ctx.actor.userId) return { state: "foreign" };
  return {
    state: "open",
    email: row.email,
    change: row.email !== ctx.actor.username.toLowerCase(),
  };
}
