/** The claims in plain words, each with the value that the app will get. */
import type { Format, Translate } from "#lib/i18n/translator.ts";
import type { ConsentDescription } from "#lib/oidc/interactions/describe-consent.ts";
import { AppLinks } from "./app-links.tsx";

interface ConsentClaimsProps {
  readonly t: Translate;
  readonly format: Format;
  readonly app: string;
  readonly consent: ConsentDescription;
}

/** Told by the claim beside them, or of no meaning to a person. */
const silent = new Set(["email_verified", "phone_number_verified", "updated_at", "preferred_username"]);

export function ConsentClaims({ t, format, app, consent }: ConsentClaimsProps) {
  const claims = [...consent.scopes.flatMap((scope) => scope.claims), ...consent.claims];
  const value = (name: string) => claims.find((claim) => claim.name === name)?.value;
  const shown = claims.filter(
    (claim) =>
      !silent.has(claim.name) || (claim.name === "preferred_username" && value("email") !== claim.value),
  );
  return (
    <>
      {consent.personal ? null : (
        <p className="mt-5">{t.rich("consent.nothingPersonal", { app: () => <bdi>{app}</bdi> })}</p>
      )}
      {shown.length === 0 ? null : (
        <section className="mt-5" aria-labelledby="consent-lead">
          <h2 id="consent-lead" className="font-medium">
            {t.rich("consent.lead", { app: () => <bdi>{app}</bdi> })}
          </h2>
          <dl className="mt-2 divide-y divide-border border-y border-border text-sm">
            {shown.map((claim) => (
              <div key={claim.name} className="py-2.5">
                <dt className="text-muted">{claimName(t, claim.name)}</dt>
                <dd dir="auto" className={claim.name === "sub" ? "mono" : "font-medium"}>
                  {claim.value}
                  <Verified t={t} verified={value(`${claim.name}_verified`)} />
                </dd>
              </div>
            ))}
          </dl>
          {value("updated_at") === undefined ? null : (
            <p className="mt-2 text-sm text-muted">
              {t("consent.updatedAt", {
                when: format.dateTime(new Date(Number(value("updated_at")) * 1000), { dateStyle: "medium" }),
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

function Verified({ t, verified }: { readonly t: Translate; readonly verified: string | undefined }) {
  if (verified === undefined) return null;
  return (
    <span className="ms-1.5 inline-block font-normal text-muted">
      ({verified === "true" ? t("consent.verified") : t("consent.unverified")})
    </span>
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

function claimName(t: Translate, name: string): string {
  const key = `consent.claims.${name}` as "consent.claims.sub";
  return t.has(key) ? t(key) : name;
}
