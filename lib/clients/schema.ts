/** What may be said about a relying app: one schema for the command line, the API, RFC 7591 and metadata documents. */
import { z } from "zod";
import { redirectUriProblem, webUrlProblem } from "./check-redirect-uri.ts";
import { requestUriProblem } from "./check-request-uri.ts";

/**
 * PostgreSQL stores neither NUL nor half a surrogate pair. Nobody needs control characters in a name, nor marks that turn
 * the direction of what stands beside it.
 */
const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine(
      (value) => !/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(value) && value.isWellFormed(),
      "must not hold control characters",
    );

const uri = (problemOf: (value: string) => string | undefined) =>
  z
    .string()
    .max(2048)
    .superRefine((value, context) => {
      const problem = problemOf(value);
      if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
    });

const redirectUri = uri(redirectUriProblem);
/** An address that a browser or this server opens: https, on loopback http too. */
const webUrl = uri(webUrlProblem);
const requestUri = uri(requestUriProblem);

const listOf = <T extends z.ZodType<string>>(item: T, longest: number) =>
  z
    .array(item)
    .max(longest)
    .refine((list) => new Set(list).size === list.length, "must not repeat a value");

/** Every character that RFC 3986 leaves unencoded: such an id survives any client's idea of Basic encoding. */
export const clientIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9._~-]{1,128}$/, "must be 1 to 128 letters, digits, dots, dashes, underscores or tildes");

/** Also those that are the address of a metadata document. */
export const longestClientId = 512;

export const clientAuthMethodSchema = z.enum([
  "none",
  "client_secret_basic",
  "client_secret_post",
  "client_secret_jwt",
  "private_key_jwt",
]);

export const deviceCodeGrant = "urn:ietf:params:oauth:grant-type:device_code";
export const tokenExchangeGrant = "urn:ietf:params:oauth:grant-type:token-exchange";

export const grantTypeSchema = z.enum([
  "authorization_code",
  "implicit",
  "refresh_token",
  "client_credentials",
  deviceCodeGrant,
  tokenExchangeGrant,
]);

/** In the spelling of OAuth 2.0 Multiple Response Type Encoding Practices; the order of the words means nothing. */
export const responseTypeSchema = z.preprocess(
  (value) => (typeof value === "string" && value.length < 64 ? value.split(" ").sort().join(" ") : value),
  z.enum(["code", "id_token", "id_token token", "code id_token", "code token", "code id_token token"]),
);

/** What this server signs with. */
export const signingAlgSchema = z.enum(["RS256", "ES256", "EdDSA"]);
/** What apps may sign with, by a key of their own. */
export const clientSigningAlgSchema = z.enum(["RS256", "PS256", "ES256", "EdDSA"]);
/** With `client_secret_jwt` the secret is the key; it is long enough for this one alone (RFC 7518 section 3.2). */
export const clientMacAlg = "HS256";

/** Shape only; check-jwks.ts looks at the keys. */
export const jwksSchema = z
  .object({
    keys: z
      .array(z.looseObject({ kty: z.string().max(16) }))
      .min(1)
      .max(20),
  })
  .refine((jwks) => JSON.stringify(jwks).length <= 32_768, "must not be larger than 32 KiB")
  .refine((jwks) => !/\\u(0000|d[89a-f])/i.test(JSON.stringify(jwks)), "must not hold control characters");

/** RFC 6749 section 3.3. */
const scopeToken = z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/, "must be a scope without spaces");

/** RFC 8707 section 2: an absolute URI without fragment. */
const resource = uri((value) =>
  /^[\x21-\x7e]+$/.test(value) && URL.parse(value) !== null && !value.includes("#")
    ? undefined
    : "must be an absolute URI without fragment",
);

const seconds = (least: number, most: number) => z.int().min(least).max(most);
const year = 31_536_000;

/** Every member of a client; null where nothing is said. */
export const clientMetadataSchema = z.strictObject({
  name: text(100),
  securityProfile: z.enum(["standard", "fapi2"]),
  applicationType: z.enum(["web", "native"]),
  redirectUris: listOf(redirectUri, 50),
  allowRedirectWildcards: z.boolean(),
  postLogoutRedirectUris: listOf(redirectUri, 50),
  responseTypes: z.array(responseTypeSchema).max(6),
  grantTypes: listOf(grantTypeSchema, 6),
  scopes: listOf(scopeToken, 100).nullable(),
  resources: listOf(resource, 50),
  tokenEndpointAuthMethod: clientAuthMethodSchema,
  tokenEndpointAuthSigningAlg: z.enum([...clientSigningAlgSchema.options, clientMacAlg]).nullable(),
  jwks: jwksSchema.nullable(),
  jwksUri: webUrl.nullable(),
  idTokenSignedResponseAlg: signingAlgSchema,
  userinfoSignedResponseAlg: signingAlgSchema.nullable(),
  requestObjectSigningAlg: clientSigningAlgSchema.nullable(),
  requestUris: listOf(requestUri, 50),
  accessTokenFormat: z.enum(["opaque", "jwt"]),
  accessTokenSigningAlg: signingAlgSchema,
  claimsInIdToken: z.boolean(),
  subjectType: z.enum(["public", "pairwise"]),
  sectorIdentifierUri: webUrl.nullable(),
  /** People are not asked for consent. */
  firstParty: z.boolean(),
  /** Public clients need PKCE always. */
  requirePkce: z.boolean(),
  requirePushedAuthorizationRequests: z.boolean(),
  requireSignedRequestObject: z.boolean(),
  dpopBoundAccessTokens: z.boolean(),
  defaultMaxAgeSeconds: seconds(0, year).nullable(),
  requireAuthTime: z.boolean(),
  defaultAcrValues: listOf(text(128), 16),
  requireUserVerification: z.boolean(),
  requireDeviceBound: z.boolean(),
  maxAuthenticationAgeSeconds: seconds(0, year).nullable(),
  accessTokenLifetimeSeconds: seconds(60, 86_400).nullable(),
  refreshTokenIdleSeconds: seconds(300, 10 * year).nullable(),
  refreshTokenMaxSeconds: seconds(300, 10 * year).nullable(),
  backchannelLogoutUri: webUrl.nullable(),
  backchannelLogoutSessionRequired: z.boolean(),
  frontchannelLogoutUri: webUrl.nullable(),
  frontchannelLogoutSessionRequired: z.boolean(),
  clientUri: webUrl.nullable(),
  logoUri: webUrl.nullable(),
  policyUri: webUrl.nullable(),
  tosUri: webUrl.nullable(),
  initiateLoginUri: webUrl.nullable(),
  contacts: listOf(text(254), 20),
  softwareId: text(255).nullable(),
  softwareVersion: text(255).nullable(),
});

export type ClientMetadata = z.infer<typeof clientMetadataSchema>;

/** Any part of it; complete-metadata.ts says what the rest is. */
export const partialMetadataSchema = clientMetadataSchema.partial();

export type PartialMetadata = z.infer<typeof partialMetadataSchema>;

export const newClientSchema = partialMetadataSchema.extend({
  /** Made by us when absent. */
  id: clientIdSchema.optional(),
  ...clientMetadataSchema.pick({ name: true }).shape,
  /** Who may sign in to it: members of these alone; everybody where there are none. */
  groupIds: z.array(z.uuid()).max(200).optional(),
});

export type NewClient = z.infer<typeof newClientSchema>;

export const clientGroupsSchema = z.strictObject({ groupIds: z.array(z.uuid()).max(200) });

export const newSecretSchema = z.strictObject({
  /** Absent: it does not expire. */
  expiresInSeconds: seconds(60, 10 * year).optional(),
  /** The other secrets expire then, so that the app can change over meanwhile. */
  othersExpireInSeconds: seconds(0, year).optional(),
});
