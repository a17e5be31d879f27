/** Whether the members of an app's metadata fit together. */
import type { FieldProblem } from "#lib/errors/domain-error.ts";
import { hasKeyFor, jwksProblem } from "./check-jwks.ts";
import { redirectWildcardProblem } from "./check-redirect-wildcard.ts";
import {
  type ClientMetadata,
  clientMacAlg,
  clientSigningAlgSchema,
  deviceCodeGrant,
  tokenExchangeGrant,
} from "./schema.ts";

/** Every problem, by the member's own name. */
export function metadataProblems(metadata: ClientMetadata): FieldProblem[] {
  return [
    ...grantProblems(metadata),
    ...redirectProblems(metadata),
    ...keyProblems(metadata),
    ...authenticationProblems(metadata),
    ...(metadata.securityProfile === "fapi2" ? fapiProblems(metadata) : []),
  ];
}

/** RFC 7591 section 2.1, OpenID Connect Registration 1.0 section 2. */
function* grantProblems(metadata: ClientMetadata): Generator<FieldProblem> {
  const { grantTypes, responseTypes, tokenEndpointAuthMethod } = metadata;
  const words = new Set(responseTypes.flatMap((type) => type.split(" ")));
  const implicit = words.has("id_token") || words.has("token");
  if (words.has("code") !== grantTypes.includes("authorization_code"))
    yield {
      path: "grantTypes",
      message: "must hold authorization_code exactly when a response type holds code",
    };
  if (implicit !== grantTypes.includes("implicit"))
    yield {
      path: "grantTypes",
      message: "must hold implicit exactly when a response type holds id_token or token",
    };
  if (
    grantTypes.includes("refresh_token") &&
    !grantTypes.includes("authorization_code") &&
    !grantTypes.includes(deviceCodeGrant)
  )
    yield { path: "grantTypes", message: "has refresh_token without a grant that gives one" };
  if (grantTypes.length === 0) yield { path: "grantTypes", message: "must not be empty" };
  // RFC 6749 section 4.4: without a way to authenticate, an app has nothing of its own.
  for (const grant of ["client_credentials", tokenExchangeGrant] as const)
    if (grantTypes.includes(grant) && tokenEndpointAuthMethod === "none")
      yield { path: "grantTypes", message: `has ${grant}, which needs an app that authenticates` };
}

function* redirectProblems(metadata: ClientMetadata): Generator<FieldProblem> {
  const { redirectUris, responseTypes, applicationType, frontchannelLogoutUri } = metadata;
  if (responseTypes.length > 0 && redirectUris.length === 0)
    yield { path: "redirectUris", message: "must hold at least one address" };
  const implicitWeb = applicationType === "web" && responseTypes.some((type) => type !== "code");
  for (const [index, uri] of redirectUris.entries()) {
    const path = `redirectUris.${index}`;
    const problem = redirectWildcardProblem(uri, metadata.allowRedirectWildcards);
    if (problem !== undefined) yield { path, message: problem };
    // OpenID Connect Registration 1.0 section 2, application_type.
    const { protocol, hostname } = new URL(uri);
    if (implicitWeb && (protocol !== "https:" || hostname === "localhost"))
      yield { path, message: "must use https and not localhost: tokens come back in it" };
  }
  // OpenID Connect Front-Channel Logout 1.0 section 2.
  if (frontchannelLogoutUri !== null) {
    const { origin } = new URL(frontchannelLogoutUri);
    if (!redirectUris.some((uri) => new URL(uri).origin === origin))
      yield {
        path: "frontchannelLogoutUri",
        message: "must have the scheme, host and port of a redirect URI",
      };
  }
}

function* keyProblems({ jwks, jwksUri }: ClientMetadata): Generator<FieldProblem> {
  if (jwks !== null && jwksUri !== null)
    yield { path: "jwks", message: "must not stand beside jwksUri: keys by value or by address" };
  const problem = jwks === null ? undefined : jwksProblem(jwks);
  if (problem !== undefined) yield { path: "jwks", message: problem };
}

function* authenticationProblems(metadata: ClientMetadata): Generator<FieldProblem> {
  const { tokenEndpointAuthMethod, tokenEndpointAuthSigningAlg, requestObjectSigningAlg, jwks } = metadata;
  const hasKeys = jwks !== null || metadata.jwksUri !== null;
  if (tokenEndpointAuthMethod === "private_key_jwt") {
    if (!hasKeys) yield { path: "jwks", message: "must be there, or jwksUri, for private_key_jwt" };
    if (tokenEndpointAuthSigningAlg === clientMacAlg)
      yield {
        path: "tokenEndpointAuthSigningAlg",
        message: `must be one of: ${clientSigningAlgSchema.options.join(", ")}`,
      };
    else yield* keyFor(jwks, tokenEndpointAuthSigningAlg);
  } else if (tokenEndpointAuthMethod === "client_secret_jwt") {
    if (tokenEndpointAuthSigningAlg !== null && tokenEndpointAuthSigningAlg !== clientMacAlg)
      yield { path: "tokenEndpointAuthSigningAlg", message: `must be ${clientMacAlg} for client_secret_jwt` };
  }
  if ((metadata.requireSignedRequestObject || requestObjectSigningAlg !== null) && !hasKeys)
    yield { path: "jwks", message: "must be there, or jwksUri, for signed request objects" };
  else yield* keyFor(jwks, requestObjectSigningAlg);
}

function* keyFor(jwks: ClientMetadata["jwks"], alg: string | null): Generator<FieldProblem> {
  if (jwks !== null && alg !== null && !hasKeyFor(jwks, alg))
    yield { path: "jwks", message: `holds no key for ${alg}` };
}

/** FAPI 2.0 Security Profile sections 5.3.2 and 5.4. */
function* fapiProblems(metadata: ClientMetadata): Generator<FieldProblem> {
  const { tokenEndpointAuthMethod, responseTypes, grantTypes } = metadata;
  if (tokenEndpointAuthMethod !== "private_key_jwt")
    yield { path: "tokenEndpointAuthMethod", message: "must be private_key_jwt in the profile fapi2" };
  if (responseTypes.some((type) => type !== "code") || grantTypes.includes("implicit"))
    yield { path: "responseTypes", message: "must be code alone in the profile fapi2" };
  if (metadata.allowRedirectWildcards)
    yield { path: "allowRedirectWildcards", message: "must be off in the profile fapi2" };
  const algs = [
    "tokenEndpointAuthSigningAlg",
    "idTokenSignedResponseAlg",
    "userinfoSignedResponseAlg",
    "requestObjectSigningAlg",
    "accessTokenSigningAlg",
  ] as const;
  for (const path of algs)
    if (metadata[path] === "RS256")
      yield { path, message: "must be PS256, ES256 or EdDSA in the profile fapi2" };
}
