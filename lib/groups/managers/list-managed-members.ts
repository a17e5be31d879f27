/** Who is in a group, for who manages it. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { describeGroup, type Group } from "../describe-group.ts";
import { type MemberPage, type MemberQuery, pageOfMembers } from "../list-group-members.ts";
import { findGroup } from "../store.ts";
import { checkManages } from "./check-manager.ts";

export interface ManagedMembers extends MemberPage {
  readonly group: Group;
}

/** The members of this group are all that a manager sees of people. @throws DomainError GROUP_NOT_FOUND */
export async function listManagedMembers(ctx: Context, query: MemberQuery): Promise<ManagedMembers> {
  await checkManages(ctx, query.group);
  const [found, page] = await Promise.all([findGroup(ctx.db, query.group), pageOfMembers(ctx.db, query)]);
  if (!found) throw new DomainError("GROUP_NOT_FOUND");
  return { group: describeGroup(found), ...page };
}
