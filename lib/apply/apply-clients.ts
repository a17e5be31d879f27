/** Brings apps to what a file says: their metadata, groups, state and secrets. */
import { isDeepStrictEqual } from "node:util";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { addClient } from "#lib/clients/add-client.ts";
import { deleteClient } from "#lib/clients/delete-client.ts";
import { metadataOf } from "#lib/clients/describe-change.ts";
import { disableClient, enableClient } from "#lib/clients/disable-client.ts";
import type { PartialMetadata } from "#lib/clients/schema.ts";
import { putClientSecret } from "#lib/clients/secrets/put-client-secret.ts";
import { setClientGroups } from "#lib/clients/set-client-groups.ts";
import { findAnyClient, selectAllClients, selectClientGroups } from "#lib/clients/store.ts";
import { updateClient } from "#lib/clients/update-client.ts";
import type { Context } from "#lib/context/context.ts";
import { findGroupByName } from "#lib/groups/store.ts";
import { ConfigurationError, within } from "./configuration-error.ts";
import { differing, tellDifferences, tellMembers } from "./differences.ts";
import type { Change, ClientEntry, Configuration } from "./schema.ts";

/** The secret that an entry refers to; undefined where it refers to none. @throws ConfigurationError */
export type SecretReader = (entry: ClientEntry, index: number) => Promise<string | undefined>;

export async function applyClients(
  ctx: Context,
  { clients }: Configuration,
  readSecret: SecretReader,
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const [index, entry] of clients.entries()) {
    const secret = await readSecret(entry, index);
    const groupIds = await groupIdsOf(ctx, entry, index);
    changes.push(...(await within(["clients", index], () => applyClient(ctx, { entry, secret, groupIds }))));
  }
  return changes;
}

/** Apps that registered themselves, or are described by a document, are not the file's to remove. */
export async function pruneClients(ctx: Context, { clients, prune }: Configuration): Promise<Change[]> {
  if (!prune.clients) return [];
  const named = new Set<string>(clients.map(({ id }) => id));
  const stray = (await selectAllClients(ctx.db)).filter(
    ({ id, source }) => source === "manual" && !named.has(id),
  );
  for (const { id } of stray) await within(["prune", "clients"], () => deleteClient(ctx, id));
  return stray.map(({ id, name }) => ({
    act: "remove",
    what: `client ${id}`,
    lines: [`name: ${JSON.stringify(name)}`],
  }));
}

interface Wanted {
  readonly entry: ClientEntry;
  readonly secret: string | undefined;
  readonly groupIds: readonly string[] | undefined;
}

async function applyClient(ctx: Context, wanted: Wanted): Promise<Change[]> {
  const before = await findAnyClient(ctx.db, wanted.entry.id);
  return before ? await changeClient(ctx, before, wanted) : [await createClient(ctx, wanted)];
}

async function createClient(ctx: Context, { entry, secret, groupIds }: Wanted): Promise<Change> {
  const metadata = metadataIn(entry);
  const groups = groupIds ? { groupIds: [...groupIds] } : {};
  const added = await addClient(ctx, { ...metadata, id: entry.id, name: entry.name, ...groups }, { secret });
  if (entry.disabled) await disableClient(ctx, entry.id);
  const lines = [...tellMembers({ ...metadata, groups: entry.groups, disabled: entry.disabled })];
  // One that was given is known already.
  const made = secret === undefined && added.secret !== undefined ? { secret: added.secret } : {};
  return { act: "add", what: `client ${entry.id}`, lines, ...made };
}

async function changeClient(ctx: Context, before: ClientRow, wanted: Wanted): Promise<Change[]> {
  const { entry, secret } = wanted;
  const said = metadataIn(entry);
  const names = differing(metadataOf(before), said);
  const lines = tellDifferences(names, metadataOf(before), said);
  let made: string | undefined;
  if (names.length > 0) {
    const changes = Object.fromEntries(names.map((name) => [name, said[name as keyof PartialMetadata]]));
    made = (await updateClient(ctx, { id: before.id, changes }, { secret })).secret;
  }
  lines.push(...(await changeGroups(ctx, before, wanted)));
  if (entry.disabled !== undefined && entry.disabled !== (before.disabledAt !== null)) {
    if (entry.disabled) await disableClient(ctx, before.id);
    else await enableClient(ctx, before.id);
    lines.push(`disabled: ${!entry.disabled} → ${entry.disabled}`);
  }
  if (secret !== undefined && (await putClientSecret(ctx, { clientId: before.id, secret })))
    lines.push("secret: added");
  if (lines.length === 0) return [];
  const shown = secret === undefined && made !== undefined ? { secret: made } : {};
  return [{ act: "change", what: `client ${before.id}`, lines, ...shown }];
}

async function changeGroups(ctx: Context, before: ClientRow, { entry, groupIds }: Wanted): Promise<string[]> {
  if (!groupIds) return [];
  const present = await selectClientGroups(ctx.db, before.id);
  if (isDeepStrictEqual([...present].sort(), [...groupIds].sort())) return [];
  await setClientGroups(ctx, { clientId: before.id, groupIds });
  return [`groups: ${JSON.stringify(entry.groups)}`];
}

/** What is registered of the app, without what is about it. */
function metadataIn(entry: ClientEntry): PartialMetadata {
  const {
    id: _id,
    groups: _groups,
    disabled: _state,
    secretFile: _file,
    secretEnv: _env,
    ...metadata
  } = entry;
  return metadata;
}

async function groupIdsOf(
  ctx: Context,
  { groups }: ClientEntry,
  index: number,
): Promise<readonly string[] | undefined> {
  if (!groups) return undefined;
  const found = await Promise.all(groups.map((name) => findGroupByName(ctx.db, name)));
  const unknown = groups.flatMap((name, place) =>
    found[place] ? [] : [{ path: ["clients", index, "groups", place], message: `is no group: ${name}` }],
  );
  if (unknown.length > 0) throw new ConfigurationError(unknown);
  return [...new Set(found.flatMap((group) => (group ? [group.id as string] : [])))];
}
