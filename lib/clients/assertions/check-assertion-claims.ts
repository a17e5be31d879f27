/** What a client assertion must say about itself (RFC 7523 section 3, OIDC Core section 9). */
import { z } from "zod";
import type { ClientRow } from "#drizzle/schema/clients.ts";

/** FAPI 2.0 Security Profile section 5.3.2.1: clocks up to 10 s ahead are borne with, more than 60 s never. */
export const assertionSkewSeconds = 30;

/** Libraries use a minute to an hour; the longer, the longer a stolen one works elsewhere and is remembered here. */
const longestLifeSeconds = 3600;

const numericDate = z.number().min(0).max(253_402_300_799);

const claimsSchema = z.looseObject({
  iss: z.string().max(2048),
  sub: z.string().max(2048),
  aud: z.union([z.string().max(2048), z.array(z.string().max(2048)).max(16)]),
  exp: numericDate,
  iat: numericDate.optional(),
  nbf: numericDate.optional(),
  jti: z.string().min(1).max(512),
});

export type AssertionClaims = z.infer<typeof claimsSchema>;

/** The claims, or the reason to refuse in the words of the audit trail. `nowSeconds` since the epoch. */
export function checkAssertionClaims(
  payload: Readonly<Record<string, unknown>>,
  { client, issuer, nowSeconds }: { client: ClientRow; issuer: string; nowSeconds: number },
): AssertionClaims | string {
  const parsed = claimsSchema.safeParse(payload);
  if (!parsed.success) return `assertion_claim_${String(parsed.error.issues[0]?.path[0] ?? "")}`;
  const { iss, sub, aud, exp, iat = 0, nbf = 0 } = parsed.data;
  if (iss !== client.id) return "assertion_claim_iss";
  if (sub !== client.id) return "assertion_claim_sub";
  if (!isForUs(aud, client, issuer)) return "assertion_claim_aud";
  if (exp <= nowSeconds - assertionSkewSeconds) return "assertion_expired";
  if (exp > nowSeconds + longestLifeSeconds + assertionSkewSeconds) return "assertion_claim_exp";
  if (iat > nowSeconds + assertionSkewSeconds) return "assertion_claim_iat";
  if (nbf > nowSeconds + assertionSkewSeconds) return "assertion_claim_nbf";
  return parsed.data;
}

/** Endpoints at which clients authenticate: some libraries name the one they call. */
const endpoints = ["token", "par", "introspect", "revoke", "device"];

/** FAPI 2.0 Security Profile section 5.3.2.1: there the issuer as a string, and nothing beside it. */
function isForUs(aud: AssertionClaims["aud"], { securityProfile }: ClientRow, issuer: string): boolean {
  if (securityProfile === "fapi2") return aud === issuer;
  const ours = [issuer, ...endpoints.map((name) => `${issuer}/oauth/${name}`)];
  return [aud].flat().some((value) => ours.includes(value));
}
