/** What a page may tell the browser at any time about the passkeys of whoever is signed in. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { findUser } from "#lib/users/store.ts";
import { type Signals, signalsOf } from "../signals.ts";

/** @throws DomainError UNAUTHENTICATED */
export async function readSignals(ctx: Context): Promise<Signals> {
  const { actor } = ctx;
  const user = actor.type === "user" ? await findUser(ctx.db, actor.userId) : undefined;
  if (!user) throw new DomainError("UNAUTHENTICATED");
  return await signalsOf(ctx, ctx.db, { ...user, userId: user.id });
}
