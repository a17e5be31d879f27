/** Why an app gets which claim of a person, and where: for the preview that administrators look at. */
import { allPersonClaims, type Person, type PersonClaimValue } from "./read-person-claims.ts";
import type { ClaimsRequest } from "./schema.ts";
import { claimsOfScope, type Scope } from "./scopes.ts";

export type ClaimReason =
  | { readonly scope: Scope }
  /** Named by the `claims` parameter, for this place. */
  | { readonly claimsParameter: ClaimPlace }
  /** The app is set so that the claims of its scopes are in the ID Token, too. */
  | { readonly clientSetting: "claimsInIdToken" };

export type ClaimPlace = "userinfo" | "id_token";

export interface ExplainedClaim {
  readonly name: string;
  readonly value: PersonClaimValue;
  readonly places: readonly ClaimPlace[];
  readonly because: readonly ClaimReason[];
  /** `profile`: what is known of the person; `custom`: added to them; `group:NAME`: to a group, or the group itself. */
  readonly from: string;
}

export interface ClaimsQuestion {
  /** With groups and custom claims. */
  readonly person: Person;
  /** What the app knows the person by. */
  readonly subject: string;
  readonly scopes: readonly Scope[];
  readonly claims: ClaimsRequest | undefined;
  readonly client: { readonly claimsInIdToken: boolean };
}

/** Every claim that the app would get, in the order of the scopes; what it would not get is not there. */
export function explainPersonClaims(question: ClaimsQuestion): ExplainedClaim[] {
  const subject: ExplainedClaim = {
    name: "sub",
    value: question.subject,
    places: ["userinfo", "id_token"],
    because: [{ scope: "openid" }],
    from: "profile",
  };
  const others = allPersonClaims(question.person).flatMap(({ name, value, custom }) => {
    const scope = holderOf(question.scopes, name, custom);
    const named = (["userinfo", "id_token"] as const).filter((place) =>
      Object.hasOwn(question.claims?.[place] ?? {}, name),
    );
    const byScope: ClaimPlace[] = scope === undefined ? [] : ["userinfo"];
    const bySetting: ClaimPlace[] =
      scope !== undefined && question.client.claimsInIdToken ? ["id_token"] : [];
    const places = new Set([...byScope, ...bySetting, ...named]);
    if (places.size === 0) return [];
    const because: ClaimReason[] = [
      ...(scope === undefined ? [] : [{ scope }]),
      ...(bySetting.length === 0 ? [] : [{ clientSetting: "claimsInIdToken" as const }]),
      ...named.map((place) => ({ claimsParameter: place })),
    ];
    return [
      {
        name,
        value,
        places: [...places].sort().reverse(),
        because,
        from: sourceOf(question.person, name, custom),
      },
    ];
  });
  return [subject, ...others];
}

function holderOf(scopes: readonly Scope[], name: string, custom: boolean): Scope | undefined {
  if (custom) return scopes.find((scope) => scope === "profile");
  return scopes.find((scope) => (claimsOfScope[scope] as readonly string[]).includes(name));
}

/** The strongest of a name comes last. */
function sourceOf({ customClaims }: Person, name: string, custom: boolean): string {
  if (!custom) return "profile";
  const group = customClaims?.findLast((claim) => claim.name === name)?.group ?? null;
  return group === null ? "custom" : `group:${group}`;
}
