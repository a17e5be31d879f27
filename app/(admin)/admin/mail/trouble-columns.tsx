/** Mails that did not arrive: to whom, why, and what can be done. */
import { ActionForm } from "#components/admin/action-form.tsx";
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import type { Column } from "#components/admin/data-table.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { Badge } from "#components/ui/badge.tsx";
import { EmailAddress } from "#components/ui/email-address.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { TroubledMail } from "#lib/health/mail/schema.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { discardMail, retryMail } from "./actions.ts";

/** Without `ceremony` nothing can be done about them. */
export function troubleColumns(
  t: Translate,
  locale: Locale,
  ceremony: CeremonyLabels | undefined,
): Column<TroubledMail>[] {
  const at = (date: Date) => <LocalTime value={date.toISOString()} locale={locale} detail="minute" />;
  const columns: Column<TroubledMail>[] = [
    {
      key: "to",
      label: t("adminMail.recipient"),
      cell: ({ to, template }) => (
        <>
          <span dir="auto">
            {to === undefined ? t("adminMail.unreadableRecipient") : <EmailAddress address={to} />}
          </span>
          {template === undefined ? null : (
            <span className="mono block font-normal text-muted" dir="ltr">
              {template}
            </span>
          )}
        </>
      ),
    },
    {
      key: "problem",
      label: t("adminMail.problem"),
      cell: ({ problem, code }) => (
        <span>
          {t(`adminMail.problems.${problem}`)}
          {code === "" ? null : (
            <span className="mono block text-muted" dir="ltr">
              {code}
            </span>
          )}
        </span>
      ),
    },
    {
      key: "state",
      label: t("adminMail.state"),
      cell: ({ failedAt, nextAttemptAt }) =>
        failedAt ? (
          <span>
            <Badge tone="warn">{t("adminMail.givenUp")}</Badge>
            <span className="mt-1 block text-muted">{at(failedAt)}</span>
          </span>
        ) : (
          <span>
            <Badge tone="info">{t("adminMail.triedAgain")}</Badge>
            <span className="mt-1 block text-muted">{nextAttemptAt ? at(nextAttemptAt) : null}</span>
          </span>
        ),
    },
    { key: "attempts", label: t("adminMail.attempts"), numeric: true, cell: ({ attempts }) => attempts },
  ];
  if (ceremony)
    columns.push({
      key: "act",
      label: t("adminMail.act"),
      cell: (mail) => <Act t={t} ceremony={ceremony} mail={mail} />,
    });
  return columns;
}

interface ActProps {
  readonly t: Translate;
  readonly ceremony: CeremonyLabels;
  readonly mail: TroubledMail;
}

function Act({ t, ceremony, mail: { id, to, failedAt } }: ActProps) {
  const field = <input type="hidden" name="id" value={id} />;
  const name = to ?? t("adminMail.unreadableRecipient");
  return (
    <div className="flex flex-wrap items-start gap-2 sm:flex-nowrap">
      {failedAt ? (
        <ActionForm
          action={retryMail}
          ceremony={ceremony}
          submit={t("adminMail.retry")}
          done={t("admin.action.done")}
          tone="secondary"
          size="small"
        >
          {field}
        </ActionForm>
      ) : null}
      <ConfirmDialog
        action={discardMail}
        ceremony={ceremony}
        trigger={t("adminMail.discard")}
        triggerLabel={t("adminMail.discardNamed", { name })}
        title={t("adminMail.discardTitle", { name })}
        body={t("adminMail.discardBody")}
        confirm={t("adminMail.discard")}
        cancel={t("admin.action.cancel")}
        done={t("admin.action.done")}
      >
        {field}
      </ConfirmDialog>
    </div>
  );
}
