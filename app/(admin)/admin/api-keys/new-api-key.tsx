/** The form that makes an API key and shows it once. */
import { CheckField, FormField } from "#components/admin/form-field.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { SecretForm } from "#components/admin/secret-form.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { Role } from "#lib/permissions/schema.ts";
import { createApiKey } from "./actions.ts";
import { scopeAreas } from "./scope-words.ts";

interface NewApiKeyProps {
  readonly t: Translate;
  readonly ceremony: CeremonyLabels;
  /** Of whoever makes the key: it may do no more. */
  readonly role: Role;
}

export function NewApiKey({ t, ceremony, role }: NewApiKeyProps) {
  return (
    <Panel title={t("adminApiKeys.create")} lead={t("adminApiKeys.createLead")}>
      <SecretForm
        action={createApiKey}
        ceremony={ceremony}
        submit={t("adminApiKeys.create")}
        done={t("admin.action.done")}
        words={{
          label: t("adminApiKeys.key"),
          once: t("adminApiKeys.once"),
          copy: t("adminApiKeys.copy"),
          copied: t("adminApiKeys.copied"),
          download: { label: t("adminApiKeys.download"), fileName: "latchkey-api-key.txt" },
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField
            name="name"
            required
            maxLength={64}
            label={t("adminApiKeys.name")}
            hint={t("adminApiKeys.nameHint")}
          />
          <FormField
            name="expiresInDays"
            type="number"
            min={1}
            max={366}
            defaultValue={90}
            label={t("adminApiKeys.days")}
            hint={t("adminApiKeys.daysHint")}
          />
        </div>
        <div className="mt-5 grid gap-x-6 gap-y-5 md:grid-cols-2">
          {scopeAreas(t, role).map(({ title, scopes }) => (
            <fieldset key={title}>
              <legend className="font-medium">{title}</legend>
              <div className="mt-2 grid gap-2">
                {scopes.map(({ scope, label }) => (
                  <CheckField key={scope} name="scopes" value={scope} label={label} />
                ))}
              </div>
            </fieldset>
          ))}
        </div>
      </SecretForm>
    </Panel>
  );
}
