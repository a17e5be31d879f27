/** The issuer's metadata (OIDC Discovery 1.0 section 3, RFC 8414 section 2): only what works. */

import {
  clientAuthMethodSchema,
  clientMacAlg,
  clientSigningAlgSchema,
  deviceCodeGrant,
  tokenExchangeGrant,
} from "#lib/clients/schema.ts";
import type { Config } from "#lib/config/load-config.ts";
import { locales } from "#lib/i18n/locales.ts";
import { signingAlgorithmSchema } from "#lib/signing-keys/schema.ts";
import { acrClasses } from "../authorize/choose-acr.ts";
import { promptSchema, responseModeSchema, responseTypeSchema } from "../authorize/schema.ts";
import { claimsOfScope, supportedScopes } from "../claims/scopes.ts";
import { dpopAlgorithms } from "../dpop/check-dpop-proof.ts";
import { requestObjectAlgorithms } from "../request-objects/verify-request-object.ts";

export type IssuerMetadata = Readonly<Record<string, string | boolean | readonly string[]>>;

export function describeIssuer({
  baseUrl,
  signUp,
  dynamicRegistration,
  clientIdMetadataDocuments,
}: Pick<Config, "baseUrl" | "signUp" | "dynamicRegistration" | "clientIdMetadataDocuments">): IssuerMetadata {
  return {
    issuer: baseUrl,
    authorization_endpoint: `${baseUrl}/oauth/authorize`,
    pushed_authorization_request_endpoint: `${baseUrl}/oauth/par`,
    token_endpoint: `${baseUrl}/oauth/token`,
    introspection_endpoint: `${baseUrl}/oauth/introspect`,
    revocation_endpoint: `${baseUrl}/oauth/revoke`,
    userinfo_endpoint: `${baseUrl}/oauth/userinfo`,
    device_authorization_endpoint: `${baseUrl}/oauth/device`,
    ...(dynamicRegistration === "off" ? {} : { registration_endpoint: `${baseUrl}/oauth/register` }),
    ...(clientIdMetadataDocuments ? { client_id_metadata_document_supported: true } : {}),
    jwks_uri: `${baseUrl}/oauth/jwks`,
    end_session_endpoint: `${baseUrl}/oauth/end-session`,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    frontchannel_logout_supported: true,
    frontchannel_logout_session_supported: true,
    scopes_supported: supportedScopes,
    response_types_supported: responseTypeSchema.options,
    response_modes_supported: responseModeSchema.options,
    grant_types_supported: [
      "authorization_code",
      "implicit",
      "refresh_token",
      "client_credentials",
      deviceCodeGrant,
      tokenExchangeGrant,
    ],
    subject_types_supported: ["public", "pairwise"],
    id_token_signing_alg_values_supported: signingAlgorithmSchema.options,
    userinfo_signing_alg_values_supported: signingAlgorithmSchema.options,
    token_endpoint_auth_methods_supported: clientAuthMethodSchema.options,
    token_endpoint_auth_signing_alg_values_supported: [...clientSigningAlgSchema.options, clientMacAlg],
    introspection_endpoint_auth_methods_supported: clientAuthMethodSchema.options.filter(
      (method) => method !== "none",
    ),
    introspection_endpoint_auth_signing_alg_values_supported: [
      ...clientSigningAlgSchema.options,
      clientMacAlg,
    ],
    revocation_endpoint_auth_methods_supported: clientAuthMethodSchema.options,
    revocation_endpoint_auth_signing_alg_values_supported: [...clientSigningAlgSchema.options, clientMacAlg],
    dpop_signing_alg_values_supported: dpopAlgorithms,
    code_challenge_methods_supported: ["S256"],
    prompt_values_supported: promptSchema.options.filter((value) => value !== "create" || signUp === "open"),
    acr_values_supported: acrClasses,
    claim_types_supported: ["normal"],
    ui_locales_supported: locales,
    claims_supported: [...Object.values(claimsOfScope).flat(), ...idTokenClaims],
    claims_parameter_supported: true,
    request_parameter_supported: true,
    request_object_signing_alg_values_supported: requestObjectAlgorithms,
    request_uri_parameter_supported: true,
    require_request_uri_registration: true,
    authorization_response_iss_parameter_supported: true,
  };
}

const idTokenClaims = [
  "iss",
  "aud",
  "exp",
  "iat",
  "auth_time",
  "nonce",
  "at_hash",
  "c_hash",
  "sid",
  "acr",
  "amr",
  "azp",
];
