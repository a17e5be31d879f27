/** Mail: how it is set, whether it arrives, and what to do about what did not. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { ActionForm } from "#components/admin/action-form.tsx";
import { DataTable } from "#components/admin/data-table.tsx";
import { Facts } from "#components/admin/facts.tsx";
import { Panel } from "#components/admin/panel.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getMailState } from "#lib/health/mail/get-mail-state.ts";
import { type MailState, mostMailsCounted } from "#lib/health/mail/schema.ts";
import type { SignedInContext } from "#lib/http/define-route.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { missingInWords } from "#lib/mail-templates/mail-offers.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { administrationPageContext, pageLanguage } from "../../../page-context.ts";
import { sendTestMail } from "./actions.ts";
import { troubleColumns } from "./trouble-columns.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminMail.title") };
}

export default async function MailPage() {
  const ctx = await administrationPageContext("settings.read", "/admin/mail");
  const language = await pageLanguage();
  const { t, locale } = language;
  const mail = await getMailState(ctx);
  const ceremony = hasPermission(ctx, "settings.write") ? ceremonyWords(language, ctx.config) : undefined;
  return (
    <>
      <PageHeading title={t("adminMail.title")} lead={t("adminMail.lead")} />
      <div className="mt-5 grid gap-5">
        {mail.server ? (
          <Server t={t} ctx={ctx} server={mail.server} ceremony={ceremony} />
        ) : (
          <Unset t={t} ctx={ctx} />
        )}
        <Panel title={t("adminMail.outbox")}>
          <Facts facts={outboxFacts(t, locale, mail)} />
        </Panel>
        {mail.troubled.length === 0 ? null : (
          <section aria-labelledby="troubled">
            <h2 id="troubled" className="mb-2 text-base font-semibold">
              {t("adminMail.troubled")}
            </h2>
            <DataTable
              caption={t("adminMail.troubled")}
              columns={troubleColumns(t, locale, ceremony)}
              rows={mail.troubled}
              rowKey={({ id }) => id}
            />
          </section>
        )}
      </div>
    </>
  );
}

interface ServerProps {
  readonly t: Translate;
  readonly ctx: SignedInContext;
  readonly server: NonNullable<MailState["server"]>;
  /** Without it nothing can be sent. */
  readonly ceremony: CeremonyLabels | undefined;
}

function Server({ t, ctx, server, ceremony }: ServerProps) {
  const { host, port, tls, signsIn, from } = server;
  return (
    <Panel title={t("adminMail.server")} lead={t("adminMail.serverLead")}>
      <Facts
        facts={[
          {
            label: t("adminMail.address"),
            value: (
              <span className="mono break-all" dir="ltr">
                {host}:{port}
              </span>
            ),
          },
          { label: t("adminMail.encryption"), value: t(`adminMail.tls.${tls}`) },
          {
            label: t("adminMail.signsIn"),
            value: t(signsIn ? "adminMail.withPassword" : "adminMail.withoutPassword"),
          },
          {
            label: t("adminMail.from"),
            value: <bdi>{`${from.name} <${from.address}>`}</bdi>,
          },
        ]}
      />
      {ceremony ? (
        <div className="mt-5 border-t border-border pt-4">
          <p className="text-muted">{t("adminMail.testLead", { email: ctx.actor.username })}</p>
          <ActionForm
            action={sendTestMail}
            ceremony={ceremony}
            submit={t("adminMail.test")}
            done={t("adminMail.tested")}
            tone="secondary"
          />
        </div>
      ) : null}
    </Panel>
  );
}

function Unset({ t, ctx }: Pick<ServerProps, "t" | "ctx">) {
  return (
    <Panel title={t("adminMail.unset")} lead={t("adminMail.unsetLead")}>
      <Notice tone="warn">
        <ul className="grid list-disc gap-1 ps-5">
          {missingInWords(ctx.config, t).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Notice>
    </Panel>
  );
}

function outboxFacts(t: Translate, locale: Locale, { waiting, oldestWaitingAt, failed }: MailState) {
  const counted = (count: number) =>
    count > mostMailsCounted ? t("admin.list.countMore", { count: mostMailsCounted }) : String(count);
  return [
    { label: t("adminMail.waiting"), value: <span className="tabular-nums">{counted(waiting)}</span> },
    {
      label: t("adminMail.oldest"),
      value: oldestWaitingAt ? (
        <LocalTime value={oldestWaitingAt.toISOString()} locale={locale} detail="minute" />
      ) : (
        "—"
      ),
    },
    { label: t("adminMail.failed"), value: <span className="tabular-nums">{counted(failed)}</span> },
  ];
}
