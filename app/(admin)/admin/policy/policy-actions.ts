/** What can be done about the rules of signing in from the administration's pages. */
import { getSettings } from "#lib/accounts/settings/get-settings.ts";
import { updateSettings } from "#lib/accounts/settings/update-settings.ts";
import type { RunTimeName } from "#lib/config/run-time.ts";
import { runTimeNames } from "#lib/config/run-time.ts";
import type { Context } from "#lib/context/context.ts";
import { administrationAction } from "#lib/http/administration-action.ts";
import { translator } from "#lib/i18n/translator.ts";
import { previewPolicy } from "#lib/passkeys/policy/preview/preview-policy.ts";
import { mostPreviewed } from "#lib/passkeys/policy/preview/schema.ts";
import type { AttestationPolicy } from "#lib/passkeys/policy/schema.ts";
import { setAttestationPolicy } from "#lib/passkeys/policy/set-attestation-policy.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import type { SettingsChange } from "#lib/settings/run-time/schema.ts";
import { policyForm, settingsForm } from "./policy-form.ts";

export const previewSettingsAction = administrationAction({
  name: "preview-settings",
  permission: "settings.read",
  form: settingsForm,
  handle: async (ctx, { values }) => {
    checkPermission(ctx, "settings.read");
    const becomesRequired =
      values.userVerification === "required" && ctx.config.userVerification !== "required";
    return becomesRequired ? await warnOf(ctx, { requireUserVerification: true }) : { warnings: [] };
  },
});

export const changeSettingsAction = administrationAction({
  name: "change-settings",
  permission: "settings.write",
  form: settingsForm,
  handle: async (ctx, { version, values }) => {
    const { settings } = await getSettings(ctx);
    // What is as it was is not a change, and what is the default needs no row to say so.
    const change: Partial<Record<RunTimeName, unknown>> = {};
    for (const name of runTimeNames) {
      const value = values[name];
      if (value === undefined || value === settings[name].value) continue;
      change[name] = value === settings[name].default ? null : value;
    }
    await updateSettings({ ...ctx, ifMatch: version }, change as SettingsChange);
    return {};
  },
});

const policyLists = ["formats", "products"] as const;

export const previewPolicyAction = administrationAction({
  name: "preview-policy",
  permission: "settings.read",
  lists: policyLists,
  form: policyForm,
  handle: async (ctx, policy) => await warnOf(ctx, policy),
});

export const setPolicyAction = administrationAction({
  name: "set-policy",
  permission: "settings.write",
  lists: policyLists,
  form: policyForm,
  handle: async (ctx, policy) => {
    await setAttestationPolicy(ctx, policy);
    return {};
  },
});

/** What the policy would do to people who have passkeys, in sentences. */
async function warnOf(
  ctx: Context,
  policy: AttestationPolicy,
): Promise<{ readonly warnings: readonly string[] }> {
  const t = translator(ctx.locale);
  const { passkeys, people, administratorsLeft } = await previewPolicy(ctx, policy);
  if (passkeys === 0) return { warnings: [] };
  const counted = (key: "refused" | "shutOut", count: number) =>
    count > mostPreviewed
      ? t(`adminPolicy.${key}Many`, { count: mostPreviewed })
      : t(`adminPolicy.${key}`, { count });
  return {
    warnings: [
      counted("refused", passkeys),
      ...(people > 0 ? [counted("shutOut", people)] : []),
      administratorsLeft === 0
        ? t("adminPolicy.noAdministratorLeft")
        : t("adminPolicy.administratorsLeft", { count: administratorsLeft }),
    ],
  };
}
