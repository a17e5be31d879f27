/** A person's own address, whether it is checked, and what waits. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { isMailConfigured } from "#lib/mail/is-mail-configured.ts";
import { findUser } from "#lib/users/store.ts";
import type { Email } from "./schema.ts";
import { findOpenVerification } from "./store.ts";

/** @throws DomainError UNAUTHENTICATED */
export async function describeEmail(ctx: Context): Promise<Email> {
  const { actor } = ctx;
  const user = actor.type === "user" ? await findUser(ctx.db, actor.userId) : undefined;
  if (!user) throw new DomainError("UNAUTHENTICATED");
  const waiting = await findOpenVerification(ctx.db, user.id, ctx.now);
  return {
    email: user.username,
    verified: user.emailVerifiedAt !== null,
    pending: waiting ? { email: waiting.email, expiresAt: waiting.expiresAt } : null,
    changeable: isMailConfigured(ctx.config),
  };
}
