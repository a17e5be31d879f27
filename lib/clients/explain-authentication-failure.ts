/** Why a client was not authenticated, in words for its developer; the caller of the endpoint is never told. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { ClientErrorFact } from "./errors/schema.ts";

export interface AuthenticationFailure {
  /** In the words of the audit trail. */
  readonly reason: string;
  /** How the request tried to authenticate. */
  readonly method: string;
}

/** One or two sentences, and what is registered beside what was sent. */
export function explainAuthenticationFailure(
  client: Pick<ClientRow, "tokenEndpointAuthMethod" | "tokenEndpointAuthSigningAlg">,
  { reason, method }: AuthenticationFailure,
): { readonly explanation: string; readonly facts: readonly ClientErrorFact[] } {
  const { tokenEndpointAuthMethod, tokenEndpointAuthSigningAlg } = client;
  const facts = [
    { name: "token_endpoint_auth_method", sent: method, registered: [tokenEndpointAuthMethod] },
    ...(tokenEndpointAuthSigningAlg === null
      ? []
      : [{ name: "token_endpoint_auth_signing_alg", registered: [tokenEndpointAuthSigningAlg] }]),
  ];
  return { explanation: explanations.get(reason) ?? claimExplanation(reason), facts };
}

const explanations: ReadonlyMap<string, string> = new Map([
  ["wrong_method", "The app authenticated in another way than the one it is registered for."],
  ["wrong_secret", "The client secret is not one of the app's, or it has expired."],
  [
    "wrong_signature",
    "The client assertion is not signed by a key of the app, or not with an algorithm that is registered.",
  ],
  ["assertion_expired", "The client assertion has expired: check exp and the clock of the app."],
  ["assertion_replayed", "The client assertion was used before: each request needs a new jti."],
  ["assertion_claim_aud", "aud of the client assertion must be the issuer or the token endpoint."],
  ["assertion_claim_exp", "exp of the client assertion is missing, or more than an hour away."],
]);

function claimExplanation(reason: string): string {
  const [, claim] = /^assertion_claim_(\w+)$/.exec(reason) ?? [];
  return claim === undefined
    ? "The app could not be authenticated."
    : `${claim} of the client assertion is missing or wrong: iss and sub are the client id, iat and nbf must not be ahead.`;
}
