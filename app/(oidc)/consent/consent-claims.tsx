/** The claims in plain words, each with the value that the app will get. */
import { ClaimList, claimValue, shownClaims } from "#components/claims/claim-list.tsx";
import type { Format, Translate } from "#lib/i18n/translator.ts";
import type { ConsentDescription } from "#lib/oidc/interactions/describe-consent.ts";
import { AppLinks } from "./app-links.tsx";

interface ConsentClaimsProps {
  readonly t: Translate;
  readonly format: Format;
  readonly app: string;
  readonly consent: ConsentDescription;
}

export function ConsentClaims({ t, format, app, consent }: ConsentClaimsProps) {
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
              {t("consent.updatedAt", {
                when: format.dateTime(new Date(Number(updatedAt) * 1000), { dateStyle: "medium" }),
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
