/** What is known of a person: to themselves, and to who administers. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { describeUser } from "#lib/users/describe-user.ts";
import type { User } from "#lib/users/schema.ts";
import { findUser, findUserByUsername } from "#lib/users/store.ts";

/** By id or by username. @throws DomainError FORBIDDEN, USER_NOT_FOUND */
export async function getProfile(
  ctx: Context,
  by: { readonly id: UserId } | { readonly username: string },
): Promise<User> {
  checkPermission(ctx, "users.read");
  const row = "id" in by ? await findUser(ctx.db, by.id) : await findUserByUsername(ctx.db, by.username);
  if (!row) throw new DomainError("USER_NOT_FOUND");
  return describeUser(row);
}

/** @throws DomainError UNAUTHENTICATED */
export async function getOwnProfile(ctx: Context): Promise<User> {
  const row = ctx.actor.type === "user" ? await findUser(ctx.db, ctx.actor.userId) : undefined;
  if (!row) throw new DomainError("UNAUTHENTICATED");
  return describeUser(row);
}
