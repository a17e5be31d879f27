/** `claims`: single claims asked for by name, and the demands that hang on `sub` and `acr`. */
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { type ClaimsRequest, claimsRequestSchema } from "../claims/schema.ts";

export interface CheckedClaims {
  readonly claims: ClaimsRequest | undefined;
  /** A `sub` value that the answer must be about (OIDC Core section 5.5.1). */
  readonly subject: string | undefined;
  /** Section 5.5.1.1: an essential acr with values fails when none of them can be met. */
  readonly requiredAcr: string[] | undefined;
}

/** @throws OAuthError invalid_request */
export function checkClaims(text: string | undefined): CheckedClaims {
  if (text === undefined) return { claims: undefined, subject: undefined, requiredAcr: undefined };
  const parsed = claimsRequestSchema.safeParse(parseJson(text));
  if (!parsed.success)
    throw new OAuthError("invalid_request", "claims must be a JSON object as in OpenID Connect Core 5.5.");
  const claims = parsed.data;
  const acr = claims.id_token?.acr;
  return {
    claims,
    subject: subjectOf(claims),
    requiredAcr: acr?.essential ? valuesOf(acr) : undefined,
  };
}

function subjectOf(claims: ClaimsRequest): string | undefined {
  const subjects = [claims.id_token?.sub, claims.userinfo?.sub].flatMap((request) =>
    request?.value === undefined ? [] : [String(request.value)],
  );
  if (new Set(subjects).size > 1)
    throw new OAuthError("invalid_request", "claims asks for two different sub values.");
  return subjects[0];
}

function valuesOf(request: NonNullable<NonNullable<ClaimsRequest["id_token"]>[string]>) {
  const values = [...(request.value === undefined ? [] : [request.value]), ...(request.values ?? [])];
  return values.length === 0 ? undefined : values.map(String);
}

/** What PostgreSQL could not store as jsonb (NUL, half a surrogate pair) is refused with the rest. */
function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return /\\u(0000|d[89a-f])/i.test(JSON.stringify(value)) ? undefined : value;
  } catch {
    return undefined;
  }
}
