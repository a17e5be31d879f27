/** Where a person is signed in, for who administers. */
import { ActionForm } from "#components/admin/action-form.tsx";
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { sessionQuerySchema } from "#lib/accounts/sessions/search/schema.ts";
import { searchSessions } from "#lib/accounts/sessions/search/search-sessions.ts";
import { describeUserAgent } from "#lib/i18n/describe-user-agent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import type { PersonSession } from "#lib/sessions/schema.ts";
import { ceremonyWords } from "../../../../../(auth)/passkey-words.ts";
import { pageLanguage } from "../../../../../page-context.ts";
import { endSession, endSessions } from "../../actions.ts";
import { type PersonParams, personPage } from "../person.ts";

export default async function PersonSessionsPage({ params }: { params: PersonParams }) {
  const { ctx, person, id } = await personPage((await params).id);
  const language = await pageLanguage();
  const { t, locale } = language;
  const { sessions } = await searchSessions(ctx, sessionQuerySchema.parse({ user: id, limit: 100 }));
  if (sessions.length === 0) return <p className="py-8 text-muted">{t("adminPerson.sessionsNone")}</p>;
  const ceremony = ceremonyWords(language, ctx.config);
  const mayEnd = hasPermission(ctx, "sessions.end");
  const columns = columnsOf(t, locale);
  if (mayEnd)
    columns.push({
      key: "end",
      label: t("adminPerson.end"),
      cell: (session) => (
        <ActionForm
          action={endSession}
          ceremony={ceremony}
          submit={t("adminPerson.end")}
          submitLabel={t("adminPerson.endNamed", { name: deviceOf(session.userAgent) })}
          size="small"
          done={t("admin.action.done")}
          tone="secondary"
        >
          <input type="hidden" name="id" value={session.id} />
        </ActionForm>
      ),
    });
  return (
    <>
      <DataTable
        caption={t("adminPerson.tab.sessions")}
        columns={columns}
        rows={sessions}
        rowKey={(session) => session.id}
      />
      {mayEnd ? (
        <div className="mt-4">
          <ConfirmDialog
            action={endSessions}
            ceremony={ceremony}
            trigger={t("adminPerson.endAll")}
            title={t("adminPerson.endAllTitle", { name: person.displayName })}
            body={t("adminPerson.endAllBody")}
            confirm={t("adminPerson.endAll")}
            cancel={t("admin.action.cancel")}
            done={t("admin.action.done")}
          >
            <input type="hidden" name="id" value={id} />
          </ConfirmDialog>
        </div>
      ) : null}
    </>
  );
}

/** Browser and system, as far as they are known. */
function deviceOf(userAgent: string): string {
  const { browser, system } = describeUserAgent(userAgent);
  return [browser, system].filter(Boolean).join(" · ") || "—";
}

function columnsOf(t: Translate, locale: Locale): Column<PersonSession>[] {
  return [
    { key: "device", label: t("adminPerson.device"), cell: ({ userAgent }) => deviceOf(userAgent) },
    {
      key: "address",
      label: t("adminPerson.address"),
      cell: ({ ip }) => (
        <span className="mono" dir="ltr">
          {ip}
        </span>
      ),
    },
    {
      key: "since",
      label: t("adminPerson.since"),
      cell: ({ createdAt }) => <LocalTime value={createdAt.toISOString()} locale={locale} detail="minute" />,
    },
    {
      key: "active",
      label: t("adminPerson.active"),
      cell: ({ lastActivityAt }) => (
        <LocalTime value={lastActivityAt.toISOString()} locale={locale} detail="minute" />
      ),
    },
    {
      key: "apps",
      label: t("adminPerson.usedApps"),
      cell: ({ apps }) => <bdi>{apps.map(({ name }) => name).join(", ") || "—"}</bdi>,
    },
  ];
}
