/** What the commands about groups have in common: which group, which person. */
import type { GroupId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { Membership } from "#lib/groups/add-group-member.ts";
import { getGroup } from "#lib/groups/get-group.ts";
import { findUserByUsername } from "#lib/users/store.ts";
import { type OptionValues, textOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export const memberUsage = ["--name NAME   the group", "--user EMAIL  the person"];
export const memberOptions = { name: { type: "string" }, user: { type: "string" } } as const;

/** @throws UsageError without `--name` and `--user`; DomainError GROUP_NOT_FOUND, USER_NOT_FOUND */
export async function readMembership(
  ctx: Context,
  values: OptionValues,
  command: string,
): Promise<Membership & { readonly name: string; readonly username: string }> {
  const [name, username] = [textOf(values, "name"), textOf(values, "user")];
  if (name === undefined || username === undefined)
    throw new UsageError(`${command} needs --name and --user.`);
  const group = await getGroup(ctx, { name });
  const person = await findUserByUsername(ctx.db, username);
  if (!person) throw new DomainError("USER_NOT_FOUND");
  return { group: group.id, name: group.name, user: person.id, username: person.username };
}

/** The group that `--group` names, or undefined without it. @throws DomainError GROUP_NOT_FOUND */
export async function readGroupOption(ctx: Context, values: OptionValues): Promise<GroupId | undefined> {
  const name = textOf(values, "group");
  return name === undefined ? undefined : (await getGroup(ctx, { name })).id;
}
