/** What the commands about custom claims have in common: whose claims they are. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { ClaimOwner } from "#lib/groups/claims/store.ts";
import { getGroup } from "#lib/groups/get-group.ts";
import { findUserByUsername } from "#lib/users/store.ts";
import { type OptionValues, textOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export const ownerUsage = "--user EMAIL | --group NAME  whose it is";
export const ownerOptions = { user: { type: "string" }, group: { type: "string" } } as const;

/** @throws UsageError unless exactly one is named; DomainError USER_NOT_FOUND, GROUP_NOT_FOUND */
export async function readOwner(ctx: Context, values: OptionValues, command: string): Promise<ClaimOwner> {
  const [username, group] = [textOf(values, "user"), textOf(values, "group")];
  if ((username === undefined) === (group === undefined))
    throw new UsageError(`${command} needs either --user or --group.`);
  if (group !== undefined) return { group: (await getGroup(ctx, { name: group })).id };
  const person = await findUserByUsername(ctx.db, username ?? "");
  if (!person) throw new DomainError("USER_NOT_FOUND");
  return { user: person.id };
}
