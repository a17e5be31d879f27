/** The claims in plain words, each with the value that the app will get. */
import { formatter, type Translate } from "#lib/i18n/translator.ts";

interface ScopeClaims {
  readonly scope: string;
  readonly claims: readonly { readonly name: string; readonly value: string }[];
}

interface ConsentClaimsProps {
  readonly t: Translate;
  readonly app: string;
  readonly scopes: readonly ScopeClaims[];
  readonly now: Date;
}

/** Told by the claim beside them, or of no meaning to a person. */
const silent = new Set(["email_verified", "updated_at", "preferred_username"]);

export function ConsentClaims({ t, app, scopes, now }: ConsentClaimsProps) {
  const claims = scopes.flatMap((scope) => scope.claims);
  const value = (name: string) => claims.find((claim) => claim.name === name)?.value;
  const shown = claims.filter(
    (claim) =>
      !silent.has(claim.name) || (claim.name === "preferred_username" && value("email") !== claim.value),
  );
  const format = formatter(now);
  return (
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
              {claim.name === "email" && value("email_verified") !== undefined ? (
                <span className="ms-1.5 inline-block font-normal text-muted">
                  ({value("email_verified") === "true" ? t("consent.verified") : t("consent.unverified")})
                </span>
              ) : null}
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
  );
}

function claimName(t: Translate, name: string): string {
  const key = `consent.claims.${name}` as "consent.claims.sub";
  return t.has(key) ? t(key) : name;
}
