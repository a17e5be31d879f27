/** What holds where nothing was said about an app. */
import type { ClientMetadata, PartialMetadata } from "./schema.ts";

type GrantType = ClientMetadata["grantTypes"][number];
type ResponseType = ClientMetadata["responseTypes"][number];

/** Who registers: administrators get refresh tokens unless they say otherwise; RFC 7591 section 2 has other defaults. */
export type MetadataOrigin = "manual" | "registered";

/** Every member; what the security profile demands is switched on, so that nobody needs to know its list by heart. */
export function completeMetadata(given: PartialMetadata, origin: MetadataOrigin): ClientMetadata {
  const said = withoutUndefined(given);
  const fapi = said.securityProfile === "fapi2";
  const method = said.tokenEndpointAuthMethod ?? (fapi ? "private_key_jwt" : "client_secret_basic");
  const grantTypes = said.grantTypes ?? grantTypesFor(said.responseTypes, origin);
  return {
    name: "",
    securityProfile: "standard",
    applicationType: "web",
    redirectUris: [],
    allowRedirectWildcards: false,
    postLogoutRedirectUris: [],
    scopes: null,
    resources: [],
    tokenEndpointAuthSigningAlg: null,
    jwks: null,
    jwksUri: null,
    idTokenSignedResponseAlg: fapi ? "ES256" : "RS256",
    userinfoSignedResponseAlg: null,
    requestObjectSigningAlg: null,
    requestUris: [],
    accessTokenFormat: "opaque",
    accessTokenSigningAlg: fapi ? "ES256" : "RS256",
    claimsInIdToken: false,
    subjectType: "public",
    sectorIdentifierUri: null,
    firstParty: false,
    requireSignedRequestObject: false,
    defaultMaxAgeSeconds: null,
    requireAuthTime: false,
    defaultAcrValues: [],
    requireUserVerification: false,
    requireDeviceBound: false,
    maxAuthenticationAgeSeconds: null,
    accessTokenLifetimeSeconds: null,
    refreshTokenIdleSeconds: null,
    refreshTokenMaxSeconds: null,
    backchannelLogoutUri: null,
    backchannelLogoutSessionRequired: false,
    frontchannelLogoutUri: null,
    frontchannelLogoutSessionRequired: false,
    clientUri: null,
    logoUri: null,
    policyUri: null,
    tosUri: null,
    initiateLoginUri: null,
    contacts: [],
    softwareId: null,
    softwareVersion: null,
    ...said,
    tokenEndpointAuthMethod: method,
    grantTypes,
    responseTypes: [...new Set(said.responseTypes ?? responseTypesFor(grantTypes))],
    // Without a secret, PKCE is all that ties a code to who asked for it.
    requirePkce: fapi || method === "none" || (said.requirePkce ?? true),
    requirePushedAuthorizationRequests: fapi || (said.requirePushedAuthorizationRequests ?? false),
    dpopBoundAccessTokens: fapi || (said.dpopBoundAccessTokens ?? false),
  };
}

/** OpenID Connect Registration 1.0 section 2: which grants the response types go with. */
function grantTypesFor(responseTypes: readonly ResponseType[] | undefined, origin: MetadataOrigin) {
  const words = new Set((responseTypes ?? ["code"]).flatMap((type) => type.split(" ")));
  const grants: GrantType[] = [];
  if (words.has("code")) grants.push("authorization_code");
  if (words.has("id_token") || words.has("token")) grants.push("implicit");
  if (origin === "manual" && words.has("code")) grants.push("refresh_token");
  return grants;
}

function responseTypesFor(grantTypes: readonly GrantType[]): ResponseType[] {
  return grantTypes.includes("authorization_code") ? ["code"] : [];
}

/** A member that is there without a value was not said. */
function withoutUndefined(given: PartialMetadata): Partial<ClientMetadata> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
