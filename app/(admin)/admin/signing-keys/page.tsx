/** The keys that sign what apps are given: what each is doing, when the next takes over, and taking one out. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import { Panel } from "#components/admin/panel.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { listSigningKeys } from "#lib/signing-keys/list-signing-keys.ts";
import { signingAlgorithmSchema } from "#lib/signing-keys/schema.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { administrationPageContext, pageLanguage } from "../../../page-context.ts";
import { rotateSigningKeys } from "./actions.ts";
import { KeyList } from "./key-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminSigningKeys.title") };
}

export default async function SigningKeysPage() {
  const ctx = await administrationPageContext("signing_keys.read", "/admin/signing-keys");
  const language = await pageLanguage();
  const { t, locale } = language;
  const keys = await listSigningKeys(ctx);
  const mayChange = hasPermission(ctx, "signing_keys.write");
  const ceremony = mayChange ? ceremonyWords(language, ctx.config) : undefined;
  return (
    <>
      <PageHeading
        title={t("adminSigningKeys.title")}
        lead={t("adminSigningKeys.lead")}
        action={ceremony ? <Rotate t={t} ceremony={ceremony} /> : null}
      />
      <div className="mt-5 grid gap-5">
        {signingAlgorithmSchema.options.map((algorithm) => (
          <Panel key={algorithm} title={algorithm} lead={t(`adminSigningKeys.algorithms.${algorithm}`)}>
            <KeyList
              t={t}
              locale={locale}
              keys={keys.filter((key) => key.algorithm === algorithm)}
              ceremony={ceremony}
            />
          </Panel>
        ))}
        <Panel title={t("adminSigningKeys.effects")}>
          <ul className="grid max-w-[70ch] list-disc gap-2 ps-5">
            <li>{t("adminSigningKeys.bySchedule", { days: ctx.config.signingKeyRotationDays })}</li>
            <li>{t("adminSigningKeys.appsFetch")}</li>
            <li>{t("adminSigningKeys.appsPinned")}</li>
            <li>{t("adminSigningKeys.whenToRevoke")}</li>
          </ul>
          <p className="mt-3">
            <a href="/oauth/jwks" className="text-link">
              {t("adminSigningKeys.published")}
            </a>
          </p>
        </Panel>
      </div>
    </>
  );
}

function Rotate({ t, ceremony }: { readonly t: Translate; readonly ceremony: CeremonyLabels }) {
  return (
    <ConfirmDialog
      action={rotateSigningKeys}
      ceremony={ceremony}
      trigger={t("adminSigningKeys.rotate")}
      title={t("adminSigningKeys.rotateTitle")}
      body={t("adminSigningKeys.rotateBody")}
      confirm={t("adminSigningKeys.rotate")}
      cancel={t("admin.action.cancel")}
      done={t("admin.action.done")}
    >
      <label className="mt-4 block text-sm font-medium">
        {t("adminSigningKeys.which")}
        <select name="algorithm" className="field-input mt-1.5 font-normal" defaultValue="">
          <option value="">{t("adminSigningKeys.allAlgorithms")}</option>
          {signingAlgorithmSchema.options.map((algorithm) => (
            <option key={algorithm} value={algorithm}>
              {algorithm}
            </option>
          ))}
        </select>
      </label>
    </ConfirmDialog>
  );
}
