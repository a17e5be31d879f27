/** Brings groups, their claims, members and policies to what a file says. */
import { isDeepStrictEqual } from "node:util";
import type { GroupRow } from "#drizzle/schema/groups.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { addGroupMember } from "#lib/groups/add-group-member.ts";
import { removeCustomClaim } from "#lib/groups/claims/remove-custom-claim.ts";
import { setCustomClaim } from "#lib/groups/claims/set-custom-claim.ts";
import { selectClaims } from "#lib/groups/claims/store.ts";
import { createGroup } from "#lib/groups/create-group.ts";
import { deleteGroup } from "#lib/groups/delete-group.ts";
import { removeGroupMember } from "#lib/groups/remove-group-member.ts";
import { findGroupByName } from "#lib/groups/store.ts";
import { updateGroup } from "#lib/groups/update-group.ts";
import { clearAttestationPolicy, setAttestationPolicy } from "#lib/passkeys/policy/set-attestation-policy.ts";
import { findUserByUsername } from "#lib/users/store.ts";
import { ConfigurationError, within } from "./configuration-error.ts";
import { everyGroup, everyMember } from "./read-present.ts";
import type { Change, Configuration, GroupEntry } from "./schema.ts";

type Prune = Configuration["prune"];

export async function applyGroups(ctx: Context, { groups, prune }: Configuration): Promise<Change[]> {
  const changes: Change[] = [];
  for (const [index, entry] of groups.entries())
    changes.push(...(await within(["groups", index], () => applyGroup(ctx, entry, prune, index))));
  return changes;
}

/** After the apps: one that is pruned too may still name the group. */
export async function pruneGroups(ctx: Context, { groups, prune }: Configuration): Promise<Change[]> {
  if (!prune.groups) return [];
  const named = new Set(groups.map(({ name }) => name));
  const stray = (await everyGroup(ctx.db)).filter(({ name }) => !named.has(name));
  for (const { id } of stray) await within(["prune", "groups"], () => deleteGroup(ctx, id));
  return stray.map(({ name }) => ({ act: "remove", what: `group ${name}`, lines: [] }));
}

async function applyGroup(ctx: Context, entry: GroupEntry, prune: Prune, index: number): Promise<Change[]> {
  const { name, displayName } = entry;
  const before = await findGroupByName(ctx.db, name);
  if (!before) await createGroup(ctx, { name, displayName });
  const group = before ?? (await findGroupByName(ctx.db, name));
  if (!group) throw new DomainError("GROUP_NOT_FOUND");
  const lines: string[] = [];
  if (displayName !== undefined && group.displayName !== displayName) {
    await updateGroup(ctx, { id: group.id, displayName });
    lines.push(`displayName: ${JSON.stringify(group.displayName)} → ${JSON.stringify(displayName)}`);
  }
  lines.push(...(await applyClaims(ctx, group, entry, prune)));
  lines.push(...(await applyMembers(ctx, group, entry, prune, index)));
  lines.push(...(await applyPolicy(ctx, group, entry, index)));
  if (before && lines.length === 0) return [];
  return [{ act: before ? "change" : "add", what: `group ${name}`, lines }];
}

async function applyClaims(
  ctx: Context,
  group: GroupRow,
  entry: GroupEntry,
  prune: Prune,
): Promise<string[]> {
  if (!entry.claims) return [];
  const lines: string[] = [];
  const owner = { group: group.id };
  for (const [name, value] of Object.entries(entry.claims))
    if (await setCustomClaim(ctx, { owner, name, value }))
      lines.push(`claim ${name}: ${JSON.stringify(value)}`);
  if (!prune.claims) return lines;
  const { claims } = entry;
  for (const { name } of (await selectClaims(ctx.db, owner)).filter((claim) => !(claim.name in claims))) {
    await removeCustomClaim(ctx, { owner, name });
    lines.push(`claim ${name}: removed`);
  }
  return lines;
}

async function applyMembers(
  ctx: Context,
  group: GroupRow,
  entry: GroupEntry,
  prune: Prune,
  index: number,
): Promise<string[]> {
  if (!entry.members) return [];
  const lines: string[] = [];
  const wanted = new Set<string>();
  for (const [place, username] of entry.members.entries()) {
    const user = await findUserByUsername(ctx.db, username);
    const path = ["groups", index, "members", place];
    if (!user) throw new ConfigurationError([{ path, message: `is nobody here: ${username}` }]);
    wanted.add(user.id);
    if (await within(path, () => addGroupMember(ctx, { group: group.id, user: user.id })))
      lines.push(`member ${username}: added`);
  }
  if (!prune.members) return lines;
  for (const member of (await everyMember(ctx.db, group.id)).filter(({ id }) => !wanted.has(id))) {
    await removeGroupMember(ctx, { group: group.id, user: member.id });
    lines.push(`member ${member.username}: removed`);
  }
  return lines;
}

async function applyPolicy(
  ctx: Context,
  group: GroupRow,
  { policy }: GroupEntry,
  index: number,
): Promise<string[]> {
  if (policy === undefined || isDeepStrictEqual(group.attestationPolicy ?? null, policy)) return [];
  await within(["groups", index, "policy"], async () => {
    if (policy === null) await clearAttestationPolicy(ctx, { group: group.id });
    else await setAttestationPolicy(ctx, policy, { group: group.id });
  });
  return [`policy: ${JSON.stringify(policy)}`];
}
