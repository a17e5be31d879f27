/** The claims in plain words, each with the value that the app will get. */
import { ClaimList, claimValue, shownClaims } from "#components/claims/claim-list.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { ConsentDescription } from "#lib/oidc/interactions/describe-consent.ts";
import { AppLinks } from "./app-links.tsx";

interface ConsentClaimsProps {
  readonly t: Translate;
  readonly locale: Locale;
  readonly app: string;
  readonly consent: ConsentDescription;
}

export function ConsentClaims({ t, locale, app, consent }: ConsentClaimsProps) {
  const claims = [...consent.scopes.flatMap((scope) => scope.claims), ...consent.claims];
  const updatedAt = claimValue(claims, "updated_at");
  return (
    <>
      {consent.personal ? null : (
        <p className="mt-5">{t.rich("consent.nothingPersonal", { app: () => <bdi>{app}</bdi> })}</p>
      )}
      {shownClaims(claims).length === 0 ? null : (
        <section className="mt-5" aria-labelledby="consent-lead">
          <h2 id="consent-lead" className="font-medium">
            {t.rich("consent.lead", { app: () => <bdi>{app}</bdi> })}
          </h2>
          <div className="mt-2">
            <ClaimList t={t} claims={claims} />
          </div>
          {updatedAt === undefined ? null : (
            <p className="mt-2 text-sm text-muted">
              {t.rich("consent.updatedAt", {
                when: () => <LocalTime value={isoOf(updatedAt)} locale={locale} detail="day" />,
              })}
            </p>
          )}
        </section>
      )}
      {consent.scopes.some(({ scope }) => scope === "offline_access") ? (
        <section className="mt-5" aria-labelledby="consent-offline">
          <h2 id="consent-offline" className="font-medium">
            {t("consent.offlineTitle")}
          </h2>
          <p className="mt-1 text-sm text-muted">
            {t.rich("consent.offline", { app: () => <bdi>{app}</bdi> })}
          </p>
        </section>
      ) : null}
      <Resources t={t} resources={consent.resources} />
      <AppLinks t={t} consent={consent} />
    </>
  );
}

/** Seconds since the epoch, as the claim has them (OpenID Connect Core 1.0 §5.1). */
const isoOf = (seconds: unknown) => new Date(Number(seconds) * 1000).toISOString();

function Resources({ t, resources }: { readonly t: Translate; readonly resources: readonly string[] }) {
  if (resources.length === 0) return null;
  return (
    <section className="mt-5" aria-labelledby="consent-resources">
      <h2 id="consent-resources" className="font-medium">
        {t("consent.resources")}
      </h2>
      <ul className="mt-2 divide-y divide-border border-y border-border text-sm">
        {resources.map((resource) => (
          <li key={resource} className="mono py-2.5 break-all" dir="ltr">
            {resource}
          </li>
        ))}
      </ul>
    </section>
  );
}
