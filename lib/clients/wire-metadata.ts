/** An app's metadata in the spelling of RFC 7591, and back: the one place where the two meet. */
import type { FieldProblem } from "#lib/errors/domain-error.ts";
import {
  type ClientMetadata,
  grantTypeSchema,
  type PartialMetadata,
  partialMetadataSchema,
  responseTypeSchema,
} from "./schema.ts";

/**
 * RFC 7591 section 2; OpenID Connect Registration 1.0 section 2, RP-Initiated, Back-Channel and Front-Channel Logout;
 * RFC 9101, RFC 9126, RFC 9449. What is not here, an app cannot say of itself.
 */
const members = {
  client_name: "name",
  application_type: "applicationType",
  redirect_uris: "redirectUris",
  post_logout_redirect_uris: "postLogoutRedirectUris",
  response_types: "responseTypes",
  grant_types: "grantTypes",
  scope: "scopes",
  token_endpoint_auth_method: "tokenEndpointAuthMethod",
  token_endpoint_auth_signing_alg: "tokenEndpointAuthSigningAlg",
  jwks: "jwks",
  jwks_uri: "jwksUri",
  id_token_signed_response_alg: "idTokenSignedResponseAlg",
  userinfo_signed_response_alg: "userinfoSignedResponseAlg",
  request_object_signing_alg: "requestObjectSigningAlg",
  request_uris: "requestUris",
  subject_type: "subjectType",
  sector_identifier_uri: "sectorIdentifierUri",
  require_pushed_authorization_requests: "requirePushedAuthorizationRequests",
  require_signed_request_object: "requireSignedRequestObject",
  dpop_bound_access_tokens: "dpopBoundAccessTokens",
  default_max_age: "defaultMaxAgeSeconds",
  require_auth_time: "requireAuthTime",
  default_acr_values: "defaultAcrValues",
  backchannel_logout_uri: "backchannelLogoutUri",
  backchannel_logout_session_required: "backchannelLogoutSessionRequired",
  frontchannel_logout_uri: "frontchannelLogoutUri",
  frontchannel_logout_session_required: "frontchannelLogoutSessionRequired",
  client_uri: "clientUri",
  logo_uri: "logoUri",
  policy_uri: "policyUri",
  tos_uri: "tosUri",
  initiate_login_uri: "initiateLoginUri",
  contacts: "contacts",
  software_id: "softwareId",
  software_version: "softwareVersion",
} as const satisfies Record<string, keyof ClientMetadata>;

type WireName = keyof typeof members;

const wireNames = new Map<string, string>(Object.entries(members).map(([wire, member]) => [member, wire]));

/** Encryption that an app asks for and does not get would be a secret told in the clear. */
const encryption =
  /^(id_token|userinfo|request_object|introspection|authorization)_encrypt(ed_response|ion)_(alg|enc)$/;

export type WireResult = { readonly given: PartialMetadata } | { readonly problems: readonly FieldProblem[] };

/**
 * What a document says. Members that we do not know are ignored (RFC 7591 section 2), null is not said, and grants and
 * response types that we do not know are left out: the answer tells what holds.
 */
export function readWireMetadata(document: Readonly<Record<string, unknown>>): WireResult {
  const problems: FieldProblem[] = [];
  const values: Partial<Record<keyof ClientMetadata, unknown>> = {};
  for (const [name, value] of Object.entries(document)) {
    if (encryption.test(name) && value !== null)
      problems.push({ path: name, message: "is not supported: nothing is encrypted here" });
    if (!Object.hasOwn(members, name) || value === null) continue;
    values[members[name as WireName]] = readValue(name, value);
  }
  const parsed = partialMetadataSchema.safeParse(values);
  if (!parsed.success)
    problems.push(
      ...parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
    );
  return parsed.success && problems.length === 0
    ? { given: parsed.data }
    : { problems: problems.map(inWireSpelling) };
}

function readValue(name: string, value: unknown): unknown {
  if (name === "scope") return typeof value === "string" ? splitScope(value) : "no text";
  if (name === "grant_types") return knownOf(value, (item) => grantTypeSchema.safeParse(item).success);
  if (name === "response_types") return knownOf(value, (item) => responseTypeSchema.safeParse(item).success);
  return value;
}

function splitScope(scope: string): string[] {
  return [...new Set(scope.split(" ").filter((value) => value !== ""))];
}

/** Where nothing is left, the list goes on as it is and is refused. */
function knownOf(list: unknown, isKnown: (item: unknown) => boolean): unknown {
  if (!Array.isArray(list) || list.length > 50) return list;
  const known = [...new Set(list.filter(isKnown))];
  return known.length > 0 ? known : list;
}

/** `redirectUris.0` → `redirect_uris.0`. */
export function inWireSpelling({ path, message }: FieldProblem): FieldProblem {
  const [member = "", ...rest] = path.split(".");
  return { path: [wireNames.get(member) ?? member, ...rest].join("."), message };
}

/** Everything that is registered, as RFC 7591 section 3.2.1 asks; what says nothing is left out. */
export function tellWireMetadata(metadata: ClientMetadata): Record<string, unknown> {
  const entries = Object.entries(members).flatMap(([wire, member]) => {
    const value = metadata[member];
    if (value === null) return [];
    return [[wire, wire === "scope" && Array.isArray(value) ? value.join(" ") : value] as const];
  });
  return Object.fromEntries(entries);
}
