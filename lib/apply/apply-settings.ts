/** Brings settings, policy and look of the instance to what a file says. */
import { isDeepStrictEqual } from "node:util";
import { getSettings } from "#lib/accounts/settings/get-settings.ts";
import { updateSettings } from "#lib/accounts/settings/update-settings.ts";
import { getBranding } from "#lib/branding/get-branding.ts";
import { updateBranding } from "#lib/branding/update-branding.ts";
import type { Context } from "#lib/context/context.ts";
import { getAttestationPolicy } from "#lib/passkeys/policy/get-attestation-policy.ts";
import { clearAttestationPolicy, setAttestationPolicy } from "#lib/passkeys/policy/set-attestation-policy.ts";
import { within } from "./configuration-error.ts";
import { differing, tellDifferences } from "./differences.ts";
import type { Change, Configuration } from "./schema.ts";

export async function applySettings(ctx: Context, configuration: Configuration): Promise<Change[]> {
  return [
    await applyRunTimeSettings(ctx, configuration.settings),
    await applyPolicy(ctx, configuration.policy),
    await applyBranding(ctx, configuration.branding),
  ].flat();
}

async function applyRunTimeSettings(ctx: Context, said: Configuration["settings"]): Promise<Change[]> {
  if (!said) return [];
  const { settings } = await getSettings(ctx);
  // What was never changed is null here, as the file says it to go back.
  const present = Object.fromEntries(
    Object.entries(settings).map(([name, { value, source }]) => [name, source === "default" ? null : value]),
  );
  const names = differing(present, said);
  if (names.length === 0) return [];
  const change = Object.fromEntries(names.map((name) => [name, said[name as keyof typeof said]]));
  await within(["settings"], () => updateSettings(ctx, change));
  return [{ act: "change", what: "settings", lines: tellDifferences(names, present, said) }];
}

async function applyPolicy(ctx: Context, policy: Configuration["policy"]): Promise<Change[]> {
  if (policy === undefined) return [];
  const present = await getAttestationPolicy(ctx);
  if (isDeepStrictEqual(present, policy ?? {})) return [];
  await within(["policy"], async () => {
    if (policy === null) await clearAttestationPolicy(ctx, {});
    else await setAttestationPolicy(ctx, policy);
  });
  return [
    { act: "change", what: "policy", lines: [`${JSON.stringify(present)} → ${JSON.stringify(policy)}`] },
  ];
}

async function applyBranding(ctx: Context, said: Configuration["branding"]): Promise<Change[]> {
  if (!said) return [];
  const { brand } = await getBranding(ctx);
  const present: Record<string, unknown> = { ...brand };
  const names = differing(present, said);
  if (names.length === 0) return [];
  await within(["branding"], () => updateBranding(ctx, said));
  return [{ act: "change", what: "branding", lines: tellDifferences(names, present, said) }];
}
