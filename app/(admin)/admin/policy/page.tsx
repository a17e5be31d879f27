/** The rules of signing up and in: what holds, where it comes from, and whom a stricter one would keep out. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { PreviewedForm } from "#components/admin/previewed-form.tsx";
import { getSettings } from "#lib/accounts/settings/get-settings.ts";
import { versionTag } from "#lib/context/check-unchanged.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { listModels } from "#lib/passkeys/directory/list-models.ts";
import { getAttestationPolicy } from "#lib/passkeys/policy/get-attestation-policy.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { administrationPageContext, pageLanguage } from "../../../page-context.ts";
import { changeSettings, previewPolicy, previewSettings, setPolicy } from "./actions.ts";
import { PolicyFields } from "./policy-fields.tsx";
import { productsOf } from "./products.ts";
import { SettingsFields } from "./settings-fields.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminPolicy.title") };
}

export default async function PolicyPage() {
  const ctx = await administrationPageContext("settings.read", "/admin/policy");
  const language = await pageLanguage();
  const { t } = language;
  const [{ settings, updatedAt }, policy, models] = await Promise.all([
    getSettings(ctx),
    getAttestationPolicy(ctx),
    listModels(ctx),
  ]);
  const disabled = !hasPermission(ctx, "settings.write");
  const ceremony = ceremonyWords(language, ctx.config);
  const fields = <SettingsFields t={t} settings={settings} disabled={disabled} />;
  const rules = (
    <PolicyFields
      // A policy from the server that differs is another form.
      key={JSON.stringify(policy)}
      t={t}
      policy={policy}
      products={productsOf(t, models)}
      hasMetadata={ctx.config.metadata !== undefined}
      disabled={disabled}
    />
  );
  return (
    <>
      <PageHeading title={t("adminPolicy.title")} lead={t("adminPolicy.lead")} />
      <div className="mt-5 grid gap-5">
        <Panel title={t("adminPolicy.general")} lead={t("adminPolicy.generalLead")}>
          {disabled ? (
            fields
          ) : (
            <PreviewedForm
              action={changeSettings}
              preview={previewSettings}
              ceremony={ceremony}
              words={formWords(t)}
            >
              <input type="hidden" name="version" value={versionTag(updatedAt)} />
              {fields}
            </PreviewedForm>
          )}
        </Panel>
        <Panel title={t("adminPolicy.policy")} lead={t("adminPolicy.policyLead")}>
          {disabled ? (
            rules
          ) : (
            <PreviewedForm
              action={setPolicy}
              preview={previewPolicy}
              ceremony={ceremony}
              words={formWords(t)}
            >
              {rules}
            </PreviewedForm>
          )}
        </Panel>
      </div>
    </>
  );
}

function formWords(t: Translate) {
  return {
    save: t("admin.action.save"),
    saved: t("admin.action.saved"),
    title: t("adminPolicy.warningTitle"),
    typeLabel: t("admin.action.typeName", { name: t("adminPolicy.warningWord") }),
    typed: t("adminPolicy.warningWord"),
    confirm: t("adminPolicy.warningConfirm"),
    cancel: t("admin.action.cancel"),
  };
}
