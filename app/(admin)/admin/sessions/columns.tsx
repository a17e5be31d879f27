/** What the list of sessions across people shows of each. */
import { agentText } from "#components/account/whereabouts.tsx";
import type { Column } from "#components/admin/data-table.tsx";
import { listAddress } from "#components/admin/list-address.ts";
import { PersonCell } from "#components/admin/person-cell.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { FindPlace } from "#lib/places/find-places.ts";
import type { PersonSession } from "#lib/sessions/schema.ts";

interface ShownWith {
  readonly t: Translate;
  readonly locale: Locale;
  readonly path: string;
  readonly placeOf: FindPlace;
  /** The session in which the list is read. */
  readonly own: string;
}

export function deviceName(t: Translate, { userAgent }: Pick<PersonSession, "userAgent">): string {
  return agentText(t, userAgent) ?? t("sessions.unknownBrowser");
}

export function sessionColumns(shown: ShownWith): Column<PersonSession>[] {
  const { t, locale } = shown;
  return [
    {
      key: "person",
      label: t("adminSessions.person"),
      cell: ({ user: { id, displayName, username } }) => (
        <PersonCell href={`/admin/users/${id}/sessions`} displayName={displayName} username={username} />
      ),
    },
    {
      key: "device",
      label: t("adminSessions.device"),
      cell: (session) => <Device {...shown} session={session} />,
    },
    {
      key: "method",
      label: t("adminSessions.method"),
      cell: ({ method, passkey }) =>
        method === "passkey" ? (
          <bdi>{passkey?.name ?? t("adminSessions.methods.passkey")}</bdi>
        ) : (
          <Badge tone="warn">{t(`adminSessions.methods.${method}`)}</Badge>
        ),
    },
    {
      key: "started",
      label: t("adminSessions.started"),
      cell: ({ createdAt }) => <LocalTime value={createdAt.toISOString()} locale={locale} detail="minute" />,
    },
    {
      key: "seen",
      label: t("adminSessions.seen"),
      cell: ({ lastActivityAt, idle }) => (
        <span>
          <LocalTime value={lastActivityAt.toISOString()} locale={locale} detail="minute" />
          {idle ? (
            <span className="mt-1 block">
              <Badge tone="neutral">{t("sessions.idle")}</Badge>
            </span>
          ) : null}
        </span>
      ),
    },
    {
      key: "apps",
      label: t("adminSessions.apps"),
      cell: ({ apps }) =>
        apps.length === 0 ? (
          <span className="text-muted">—</span>
        ) : (
          <bdi>{apps.map(({ name }) => name).join(", ")}</bdi>
        ),
    },
  ];
}

function Device({ t, path, placeOf, own, session }: ShownWith & { readonly session: PersonSession }) {
  const { name } = placeOf(session.ip);
  return (
    <span>
      {deviceName(t, session)}
      {session.id === own ? (
        <>
          {" "}
          <Badge tone="accent">{t("sessions.thisBrowser")}</Badge>
        </>
      ) : null}
      <span className="block text-muted">
        {name === undefined ? null : (
          <>
            <bdi>{name}</bdi>
            <span aria-hidden="true"> · </span>
          </>
        )}
        {session.ip === "" ? null : (
          <a
            href={listAddress(path, {}, { ip: session.ip })}
            aria-label={t("adminSessions.fromAddress", { ip: session.ip })}
            className="mono text-link"
            dir="ltr"
          >
            {session.ip}
          </a>
        )}
      </span>
    </span>
  );
}
