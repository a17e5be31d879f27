/** One session: which browser, from where, how and when it began, which apps it opened. */
import { Monitor, Smartphone } from "lucide-react";
import { agentText, Dotted, Whereabouts } from "#components/account/whereabouts.tsx";
import { ConfirmedForm } from "#components/forms/confirmed-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Format, Translate } from "#lib/i18n/translator.ts";
import type { Place } from "#lib/places/find-places.ts";
import type { OwnSession } from "#lib/sessions/schema.ts";
import { endSession } from "./actions.ts";

interface SessionRowProps {
  readonly t: Translate;
  readonly format: Format;
  readonly locale: Locale;
  readonly session: OwnSession;
  readonly place: Place;
}

export function SessionRow({ t, format, locale, session, place }: SessionRowProps) {
  const browser = agentText(t, session.userAgent) ?? t("sessions.unknownBrowser");
  const Icon = /\b(iPhone|Android|Mobile)\b/.test(session.userAgent) ? Smartphone : Monitor;
  return (
    <li className="flex gap-4 p-4">
      <span className="grid size-10 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-soft-fg">
        <Icon aria-hidden="true" size={20} />
      </span>
      <div className="min-w-0 grow sm:flex sm:items-start sm:gap-4">
        <div className="min-w-0 grow">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <p className="font-medium">{browser}</p>
            <Badges t={t} session={session} />
          </div>
          <div className="mt-1 text-sm text-muted">
            <p>
              <Whereabouts t={t} userAgent={undefined} place={place} />
            </p>
            <p>
              <Dotted>
                <span>
                  {t.rich(`sessions.methods.${session.method}`, {
                    passkey: () => <bdi>{session.passkey?.name ?? t("sessions.somePasskey")}</bdi>,
                  })}
                </span>
                <LocalTime value={session.authenticatedAt.toISOString()} locale={locale} detail="minute" />
              </Dotted>
            </p>
            {session.current ? null : (
              <p>{t("sessions.lastActive", { relative: format.relativeTime(session.lastActivityAt) })}</p>
            )}
            <Apps t={t} format={format} apps={session.apps} />
          </div>
        </div>
        <div className="mt-3 shrink-0 sm:mt-0">
          {session.current ? (
            <a href="/sign-out" className="button button-secondary button-small">
              {t("sessions.end")}
            </a>
          ) : (
            <ConfirmedForm
              action={endSession}
              fields={{ id: session.id }}
              words={{
                button: t("sessions.end"),
                buttonNamed: t("sessions.endNamed", { browser }),
                title: t("sessions.endTitle", { browser }),
                body: t("sessions.endBody"),
                confirm: t("sessions.end"),
                keep: t("sessions.keep"),
              }}
            />
          )}
        </div>
      </div>
    </li>
  );
}

function Badges({ t, session }: Pick<SessionRowProps, "t" | "session">) {
  if (!session.current && !session.idle && session.method === "passkey") return null;
  return (
    <p className="flex flex-wrap gap-1.5">
      {session.current ? <Badge tone="accent">{t("sessions.thisBrowser")}</Badge> : null}
      {session.method === "passkey" ? null : <Badge tone="warn">{t("sessions.weaker")}</Badge>}
      {session.idle ? <Badge tone="neutral">{t("sessions.idle")}</Badge> : null}
    </p>
  );
}

interface AppsProps extends Pick<SessionRowProps, "t" | "format"> {
  readonly apps: OwnSession["apps"];
}

function Apps({ t, format, apps }: AppsProps) {
  if (apps.length === 0) return null;
  const names = apps.map(({ clientId, name }) => <bdi key={clientId}>{name}</bdi>);
  return <p>{t.rich("sessions.apps", { names: () => format.list(names) })}</p>;
}
