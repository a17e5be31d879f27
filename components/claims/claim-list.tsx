/** What an app learns, in plain words, each with the value that it gets. */
import type { Translate } from "#lib/i18n/translator.ts";

export interface ShownClaim {
  readonly name: string;
  readonly value: string;
}

interface ClaimListProps {
  readonly t: Translate;
  readonly claims: readonly ShownClaim[];
}

/** Told by the claim beside them, or of no meaning to a person. */
const silent = new Set(["email_verified", "phone_number_verified", "updated_at", "preferred_username"]);

export function ClaimList({ t, claims }: ClaimListProps) {
  return (
    <dl className="divide-y divide-border border-y border-border text-sm">
      {shownClaims(claims).map((claim) => (
        <div key={claim.name} className="py-2.5">
          <dt className="text-muted">{claimName(t, claim.name)}</dt>
          <dd dir="auto" className={claim.name === "sub" ? "mono" : "font-medium"}>
            {claim.value}
            <Verified t={t} verified={claimValue(claims, `${claim.name}_verified`)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * Those that a person wants to read, and what means little to them last: a username that is the e-mail address says nothing
 * more, and the identifier is for the app alone.
 */
export function shownClaims(claims: readonly ShownClaim[]): ShownClaim[] {
  return claims
    .filter(
      ({ name, value }) =>
        !silent.has(name) || (name === "preferred_username" && claimValue(claims, "email") !== value),
    )
    .toSorted((one, other) => Number(one.name === "sub") - Number(other.name === "sub"));
}

export function claimValue(claims: readonly ShownClaim[], name: string): string | undefined {
  return claims.find((claim) => claim.name === name)?.value;
}

export function claimName(t: Translate, name: string): string {
  const key = `consent.claims.${name}` as "consent.claims.sub";
  return t.has(key) ? t(key) : name;
}

function Verified({ t, verified }: { readonly t: Translate; readonly verified: string | undefined }) {
  if (verified === undefined) return null;
  return (
    <span className="ms-1.5 inline-block font-normal text-muted">
      ({verified === "true" ? t("consent.verified") : t("consent.unverified")})
    </span>
  );
}
