/** One group, for those who may manage it. */
import type { GroupRow } from "#drizzle/schema/groups.ts";
import type { GroupId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { describeGroup, type Group } from "./describe-group.ts";
import { groupNameSchema } from "./schema.ts";
import { findGroup, findGroupByName } from "./store.ts";

/** By id or by name, whatever the name's case. @throws DomainError FORBIDDEN, GROUP_NOT_FOUND */
export async function getGroup(
  ctx: Context,
  which: { readonly id: GroupId } | { readonly name: string },
): Promise<Group> {
  checkPermission(ctx, "groups.read");
  const row = "id" in which ? await findGroup(ctx.db, which.id) : await findByName(ctx, which.name);
  if (!row) throw new DomainError("GROUP_NOT_FOUND");
  return describeGroup(row);
}

/** A text that cannot be a name is nobody's. */
async function findByName({ db }: Context, text: string): Promise<GroupRow | undefined> {
  const name = groupNameSchema.safeParse(text);
  return name.success ? await findGroupByName(db, name.data) : undefined;
}
