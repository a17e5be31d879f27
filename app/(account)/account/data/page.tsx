/** What is known of a person belongs to them: a file of it, and the end of the account. */
import type { Metadata } from "next";
import { AccountSection } from "#components/account/account-section.tsx";
import { DeleteAccountDialog } from "#components/account/delete-account-dialog.tsx";
import { DownloadData } from "#components/account/download-data.tsx";
import { PageHeading } from "#components/account/page-heading.tsx";
import { NoScript } from "#components/ui/no-script.tsx";
import { isOnlyAdministrator } from "#lib/accounts/is-only-administrator.ts";
import { isMailConfigured } from "#lib/mail/is-mail-configured.ts";
import { isSteppedUp, stepUpExpiry } from "#lib/sessions/check-step-up.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { pageLanguage, signedInPageContext } from "../../../page-context.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("myData.title") };
}

export default async function DataPage() {
  const ctx = await signedInPageContext("/account/data");
  const { t, locale, instance } = await pageLanguage();
  const { actor, config, now } = ctx;
  const email = actor.username;
  const ceremony = ceremonyWords({ t, locale, instance }, config);
  const verifiedUntil = (isSteppedUp(actor, now) ? stepUpExpiry(actor.authTime) : now).toISOString();
  return (
    <>
      <PageHeading title={t("myData.title")} lead={t("myData.lead")} />
      <NoScript title={t("common.noScriptTitle")} body={t("myData.noScript")} />
      <div className="mt-8 grid gap-6">
        <AccountSection id="export" title={t("myData.export.title")}>
          <p className="max-w-[65ch]">{t("myData.export.body")}</p>
          <div className="mt-5">
            <DownloadData
              href="/api/v1/me/export"
              label={t("myData.export.button")}
              hint={t("myData.export.hint")}
              started={t("myData.export.started")}
              ceremony={ceremony}
              verifiedUntil={verifiedUntil}
            />
          </div>
        </AccountSection>
        <AccountSection id="delete" title={t("myData.delete.title")}>
          <p>{t("myData.delete.lead")}</p>
          <ul className="mt-3 grid max-w-[65ch] list-disc gap-2 ps-5 marker:text-muted">
            <li>{t("myData.delete.gone")}</li>
            <li>{t("myData.delete.apps")}</li>
            <li>{t("myData.delete.trail", { instance })}</li>
            <li>{t("myData.delete.name")}</li>
            {isMailConfigured(config) ? <li>{t("myData.delete.mail")}</li> : null}
            <li className="font-medium">{t("myData.delete.forGood")}</li>
          </ul>
          <div className="mt-5">
            {(await isOnlyAdministrator(ctx)) ? (
              <p className="font-medium">{t("myData.delete.lastAdministrator")}</p>
            ) : (
              <DeleteAccountDialog
                username={email}
                ceremony={ceremony}
                words={{
                  open: t("myData.delete.open"),
                  question: t("myData.delete.question", { instance }),
                  takeFirst: t("myData.delete.takeFirst"),
                  typed: t("myData.delete.typed", { email }),
                  mismatch: t("myData.delete.mismatch", { email }),
                  confirm: t("myData.delete.confirm"),
                  confirmHint: t("myData.export.hint"),
                  keep: t("myData.delete.keep"),
                  doneTitle: t("myData.delete.doneTitle"),
                  doneBody: t("myData.delete.doneBody"),
                  close: t("myData.delete.close"),
                }}
              />
            )}
          </div>
        </AccountSection>
      </div>
    </>
  );
}
