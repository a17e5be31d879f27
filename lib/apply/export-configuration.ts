/** The present state as a file that `latchkey apply` takes: applied where it came from, it changes nothing. */
import { isDeepStrictEqual } from "node:util";
import { stringify } from "yaml";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { getSettings } from "#lib/accounts/settings/get-settings.ts";
import { getBranding } from "#lib/branding/get-branding.ts";
import { noBranding } from "#lib/branding/schema.ts";
import { completeMetadata } from "#lib/clients/complete-metadata.ts";
import { metadataOf } from "#lib/clients/describe-change.ts";
import { listClients } from "#lib/clients/list-clients.ts";
import { selectClientGroups } from "#lib/clients/store.ts";
import type { Context } from "#lib/context/context.ts";
import { listCustomClaims } from "#lib/groups/claims/list-custom-claims.ts";
import { getAttestationPolicy } from "#lib/passkeys/policy/get-attestation-policy.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { everyGroup, everyMember } from "./read-present.ts";

/** Without secrets, and without people unless their membership is asked for. @throws DomainError FORBIDDEN */
export async function exportConfiguration(
  ctx: Context,
  { withMembers }: { readonly withMembers: boolean },
): Promise<string> {
  checkPermission(ctx, "groups.read");
  const policy = await getAttestationPolicy(ctx);
  const configuration = {
    groups: await groupsOf(ctx, withMembers),
    clients: await clientsOf(ctx),
    settings: await settingsOf(ctx),
    policy,
    branding: await brandingOf(ctx),
  };
  const said = Object.entries(configuration).filter(([, value]) => Object.keys(value).length > 0);
  return stringify(Object.fromEntries(said), { lineWidth: 0 });
}

async function groupsOf(ctx: Context, withMembers: boolean) {
  const told = [];
  for (const { id, name, displayName, attestationPolicy } of await everyGroup(ctx.db)) {
    const claims = await listCustomClaims(ctx, { group: id });
    const members = withMembers ? await everyMember(ctx.db, id) : [];
    told.push({
      name,
      displayName,
      ...(claims.length > 0
        ? { claims: Object.fromEntries(claims.map((claim) => [claim.name, claim.value])) }
        : {}),
      ...(members.length > 0 ? { members: members.map(({ username }) => username) } : {}),
      ...(attestationPolicy === null ? {} : { policy: attestationPolicy }),
    });
  }
  return told;
}

/** Those that administrators registered: the others say themselves what they are. */
async function clientsOf(ctx: Context) {
  const names = new Map((await everyGroup(ctx.db)).map(({ id, name }) => [id as string, name]));
  const told = [];
  for (const row of (await listClients(ctx)).filter(({ source }) => source === "manual")) {
    const groups = (await selectClientGroups(ctx.db, row.id)).flatMap((id) => names.get(id) ?? []);
    told.push({
      id: row.id,
      ...metadataBeyondDefaults(row),
      ...(groups.length > 0 ? { groups } : {}),
      ...(row.disabledAt === null ? {} : { disabled: true }),
    });
  }
  return told;
}

/** What says more than "as usual": left out, it would come out the same for a new app. */
function metadataBeyondDefaults(row: ClientRow): Record<string, unknown> {
  const metadata = metadataOf(row);
  const { name, securityProfile, tokenEndpointAuthMethod, grantTypes, responseTypes } = metadata;
  const usual: Record<string, unknown> = {
    ...completeMetadata(
      { name, securityProfile, tokenEndpointAuthMethod, grantTypes, responseTypes },
      "manual",
    ),
  };
  const plain: Record<string, unknown> = { ...completeMetadata({ name }, "manual") };
  const chosen = ["securityProfile", "tokenEndpointAuthMethod", "grantTypes", "responseTypes"];
  const members = Object.entries(metadata).filter(
    ([member, value]) =>
      member === "name" || !isDeepStrictEqual(value, (chosen.includes(member) ? plain : usual)[member]),
  );
  return Object.fromEntries(members);
}

/** What was changed here; what the environment says is not the file's. */
async function settingsOf(ctx: Context) {
  const { settings } = await getSettings(ctx);
  const changed = Object.entries(settings).filter(([, { source }]) => source === "changed");
  return Object.fromEntries(changed.map(([name, { value }]) => [name, value]));
}

async function brandingOf(ctx: Context) {
  const { images: _images, ...branding } = (await getBranding(ctx)).brand;
  const usual: Record<string, unknown> = noBranding;
  return Object.fromEntries(
    Object.entries(branding).filter(([name, value]) => !isDeepStrictEqual(value, usual[name])),
  );
}
