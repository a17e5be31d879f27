/** The people of this installation, page by page. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { describeUser } from "#lib/users/describe-user.ts";
import type { User } from "#lib/users/schema.ts";
import { selectUsers } from "#lib/users/store.ts";

export interface UserPage {
  readonly users: readonly User[];
  /** Absent on the last page. */
  readonly nextCursor?: string;
}

/** In the order in which they signed up. @throws DomainError FORBIDDEN */
export async function listUsers(
  ctx: Context,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<UserPage> {
  checkPermission(ctx, "users.read");
  const rows = await selectUsers(ctx.db, cursor as UserId | undefined, limit + 1);
  const users = rows.slice(0, limit).map(describeUser);
  const last = users.at(-1);
  return rows.length > limit && last ? { users, nextCursor: last.id } : { users };
}
