/** One app: since when, what it sees of the person, and the way to take that back. */
import { ExternalLink } from "lucide-react";
import { Dotted } from "#components/account/whereabouts.tsx";
import { claimName, shownClaims } from "#components/claims/claim-list.tsx";
import { ConfirmedForm } from "#components/forms/confirmed-form.tsx";
import { AppTile } from "#components/ui/app-tile.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Format, Translate } from "#lib/i18n/translator.ts";
import type { OwnApp } from "#lib/oidc/own-apps/schema.ts";
import { revokeApp } from "./actions.ts";
import { AppDetails } from "./app-details.tsx";

interface AppRowProps {
  readonly t: Translate;
  readonly format: Format;
  readonly locale: Locale;
  /** What this installation is called. */
  readonly instance: string;
  readonly app: OwnApp;
  readonly logo: string | undefined;
}

export function AppRow({ t, format, locale, instance, app, logo }: AppRowProps) {
  const { name } = app;
  return (
    <li className="flex gap-4 p-4">
      <AppTile name={name} logo={logo} />
      <div className="min-w-0 grow">
        <div className="sm:flex sm:items-start sm:gap-4">
          <div className="min-w-0 grow">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
              <h2 className="font-medium" dir="auto">
                {name}
              </h2>
              <Badges t={t} instance={instance} app={app} />
            </div>
            <div className="mt-1 text-sm text-muted">
              {app.clientUri === undefined ? null : <HomeLink t={t} app={name} href={app.clientUri} />}
              <p>
                <Dotted>
                  <span>
                    {t.rich("apps.firstAllowed", {
                      when: () => (
                        <LocalTime value={app.createdAt.toISOString()} locale={locale} detail="day" />
                      ),
                    })}
                  </span>
                  {t("apps.lastUsed", { relative: format.relativeTime(app.lastUsedAt) })}
                </Dotted>
              </p>
              <p>{seesText(t, format, app)}</p>
            </div>
          </div>
          <div className="mt-3 shrink-0 sm:mt-0">
            <ConfirmedForm
              action={revokeApp}
              fields={{ clientId: app.clientId }}
              words={{
                button: t("apps.revoke"),
                buttonNamed: t("apps.revokeNamed", { app: name }),
                title: t("apps.revokeTitle", { app: name }),
                body: t(app.firstParty ? "apps.revokeBodyFirstParty" : "apps.revokeBody", {
                  app: name,
                  instance,
                }),
                confirm: t("apps.revoke"),
                keep: t("apps.keep"),
              }}
            />
          </div>
        </div>
        <AppDetails t={t} app={app} />
      </div>
    </li>
  );
}

function Badges({ t, instance, app }: Pick<AppRowProps, "t" | "instance" | "app">) {
  if (!app.firstParty && !app.selfRegistered && !app.disabled) return null;
  return (
    <p className="flex flex-wrap gap-1.5">
      {app.firstParty ? <Badge tone="neutral">{t("apps.firstParty", { instance })}</Badge> : null}
      {app.selfRegistered ? <Badge tone="warn">{t("apps.selfRegistered")}</Badge> : null}
      {app.disabled ? <Badge tone="neutral">{t("apps.disabled")}</Badge> : null}
    </p>
  );
}

interface HomeLinkProps {
  readonly t: Translate;
  readonly app: string;
  readonly href: string;
}

function HomeLink({ t, app, href }: HomeLinkProps) {
  return (
    <p>
      <a className="text-link" href={href} rel="noreferrer nofollow">
        <span className="sr-only">{t("apps.open", { app })}: </span>
        <span dir="ltr">{URL.parse(href)?.host ?? href}</span>
        <ExternalLink aria-hidden="true" size={14} className="ms-1 inline-block rtl:-scale-x-100" />
      </a>
    </p>
  );
}

function seesText(t: Translate, format: Format, app: OwnApp): string {
  const names = shownClaims(app.sees).map(({ name }) => claimName(t, name));
  if (names.length === 0) return t("apps.seesNothing");
  return t(app.firstParty ? "apps.maySee" : "apps.sees", { claims: format.list(names) });
}
