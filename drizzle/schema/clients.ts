/** Relying apps, their secrets and what goes wrong with their requests. */
import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import { groups } from "./groups.ts";
import type { ClientErrorId, ClientId, GroupId } from "./ids.ts";

export const clientAuthMethod = pgEnum("client_auth_method", [
  "none",
  "client_secret_basic",
  "client_secret_post",
  "client_secret_jwt",
  "private_key_jwt",
]);
export const subjectType = pgEnum("subject_type", ["public", "pairwise"]);
export const accessTokenFormat = pgEnum("access_token_format", ["opaque", "jwt"]);
/** `fapi2`: what the FAPI 2.0 Security Profile asks of a client is then asked of it. */
export const securityProfile = pgEnum("security_profile", ["standard", "fapi2"]);
/** OpenID Connect Registration 1.0 section 2: what kind of addresses it may be reached at. */
export const applicationType = pgEnum("application_type", ["web", "native"]);
/** Who said what is in the row: an administrator, the app itself (RFC 7591), or the document at its client_id. */
export const clientSource = pgEnum("client_source", ["manual", "dynamic", "metadata_document"]);

const emptyList = sql`'{}'::text[]`;

export const clients = pgTable(
  "clients",
  {
    id: text("id").$type<ClientId>().primaryKey(),
    name: text("name").notNull(),
    source: clientSource("source").notNull().default("manual"),
    securityProfile: securityProfile("security_profile").notNull().default("standard"),

    applicationType: applicationType("application_type").notNull().default("web"),
    redirectUris: text("redirect_uris").array().notNull(),
    /** An administrator ticked it: `*` may stand for a part of a host or path in `redirectUris`. */
    allowRedirectWildcards: boolean("allow_redirect_wildcards").notNull().default(false),
    postLogoutRedirectUris: text("post_logout_redirect_uris").array().notNull(),
    responseTypes: text("response_types").array().notNull().default(sql`'{code}'::text[]`),
    grantTypes: text("grant_types")
      .array()
      .notNull()
      .default(sql`'{authorization_code,refresh_token}'::text[]`),
    /** Null: every scope. */
    scopes: text("scopes").array(),
    /** Resource indicators (RFC 8707) and token exchange audiences that it may name. */
    resources: text("resources").array().notNull().default(emptyList),

    tokenEndpointAuthMethod: clientAuthMethod("token_endpoint_auth_method").notNull(),
    /** Null: any asymmetric one that fits the keys. */
    tokenEndpointAuthSigningAlg: text("token_endpoint_auth_signing_alg"),
    /** Public keys, by value or by address: never both. */
    jwks: jsonb("jwks"),
    jwksUri: text("jwks_uri"),

    idTokenSignedResponseAlg: text("id_token_signed_response_alg").notNull().default("RS256"),
    /** Null: JSON. */
    userinfoSignedResponseAlg: text("userinfo_signed_response_alg"),
    requestObjectSigningAlg: text("request_object_signing_alg"),
    /** Where its request objects by reference may lie; empty: nowhere. */
    requestUris: text("request_uris").array().notNull().default(emptyList),
    accessTokenFormat: accessTokenFormat("access_token_format").notNull().default("opaque"),
    accessTokenSigningAlg: text("access_token_signing_alg").notNull().default("RS256"),
    /** The claims of the scopes go into the ID Token too. */
    claimsInIdToken: boolean("claims_in_id_token").notNull().default(false),
    subjectType: subjectType("subject_type").notNull().default("public"),
    sectorIdentifierUri: text("sector_identifier_uri"),
    /** Host of the sector (OIDC Core section 8.1); null for public subjects. */
    sectorIdentifier: text("sector_identifier"),

    /** First-party apps skip consent. */
    firstParty: boolean("first_party").notNull(),
    requirePkce: boolean("require_pkce").notNull(),
    requirePushedAuthorizationRequests: boolean("require_pushed_authorization_requests")
      .notNull()
      .default(false),
    requireSignedRequestObject: boolean("require_signed_request_object").notNull().default(false),
    dpopBoundAccessTokens: boolean("dpop_bound_access_tokens").notNull().default(false),
    defaultMaxAgeSeconds: integer("default_max_age_seconds"),
    requireAuthTime: boolean("require_auth_time").notNull().default(false),
    defaultAcrValues: text("default_acr_values").array().notNull().default(emptyList),
    /** What the app demands of whoever signs in to it; groups are in `client_groups`. */
    requireUserVerification: boolean("require_user_verification").notNull().default(false),
    requireDeviceBound: boolean("require_device_bound").notNull().default(false),
    maxAuthenticationAgeSeconds: integer("max_authentication_age_seconds"),
    /** Null: the issuer's own. */
    accessTokenLifetimeSeconds: integer("access_token_lifetime_seconds"),
    refreshTokenIdleSeconds: integer("refresh_token_idle_seconds"),
    refreshTokenMaxSeconds: integer("refresh_token_max_seconds"),

    backchannelLogoutUri: text("backchannel_logout_uri"),
    backchannelLogoutSessionRequired: boolean("backchannel_logout_session_required").notNull().default(false),
    frontchannelLogoutUri: text("frontchannel_logout_uri"),
    frontchannelLogoutSessionRequired: boolean("frontchannel_logout_session_required")
      .notNull()
      .default(false),

    clientUri: text("client_uri"),
    logoUri: text("logo_uri"),
    policyUri: text("policy_uri"),
    tosUri: text("tos_uri"),
    initiateLoginUri: text("initiate_login_uri"),
    contacts: text("contacts").array().notNull().default(emptyList),
    softwareId: text("software_id"),
    softwareVersion: text("software_version"),
    /** SHA-256 of the registration access token (RFC 7592); dynamic clients only. */
    registrationTokenHash: bytea("registration_token_hash"),
    /** When the document at the client_id is fetched again. */
    metadataExpiresAt: instant("metadata_expires_at"),

    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    disabledAt: instant("disabled_at"),
  },
  /** The administration's list, by name. */
  (t) => [index("clients_name").on(sql`lower(${t.name})`, t.id)],
);

export const clientSecrets = pgTable(
  "client_secrets",
  {
    id: uuid("id").primaryKey(),
    clientId: text("client_id")
      .$type<ClientId>()
      .notNull()
      .references(() => clients.id, { onDelete: "cascade" }),
    secretHash: bytea("secret_hash").notNull(),
    /** Sealed, for client_secret_jwt alone: there the secret is the key of a MAC. */
    sealedSecret: bytea("sealed_secret"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
  },
  (t) => [
    uniqueIndex("client_secrets_secret_hash_unique").on(t.secretHash),
    index("client_secrets_client_id").on(t.clientId),
  ],
);

/** Who may sign in to an app; an app without a row lets everybody in. */
export const clientGroups = pgTable(
  "client_groups",
  {
    clientId: text("client_id")
      .$type<ClientId>()
      .notNull()
      .references(() => clients.id, { onDelete: "cascade" }),
    groupId: uuid("group_id")
      .$type<GroupId>()
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.groupId] }), index("client_groups_group_id").on(t.groupId)],
);

/** The last mistakes of an app's developer, for whoever looks for them. */
export const clientErrors = pgTable(
  "client_errors",
  {
    id: uuid("id").$type<ClientErrorId>().primaryKey(),
    clientId: text("client_id")
      .$type<ClientId>()
      .notNull()
      .references(() => clients.id, { onDelete: "cascade" }),
    occurredAt: instant("occurred_at").notNull(),
    /** Path of the endpoint. */
    endpoint: text("endpoint").notNull(),
    /** The RFC's error code, as told. */
    code: text("code").notNull(),
    explanation: text("explanation").notNull(),
    /** [{name, sent, registered[]}]; never secrets, codes or tokens. */
    facts: jsonb("facts").notNull(),
    requestId: text("request_id").notNull(),
  },
  (t) => [index("client_errors_client").on(t.clientId, t.id)],
);

/** What lets a stranger register an app (RFC 7591 section 3). */
export const initialAccessTokens = pgTable(
  "initial_access_tokens",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    name: text("name").notNull(),
    remainingUses: integer("remaining_uses"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("initial_access_tokens_expires_at").on(t.expiresAt)],
);

export type ClientRow = typeof clients.$inferSelect;
export type ClientAuthMethod = ClientRow["tokenEndpointAuthMethod"];
export type ClientErrorRow = typeof clientErrors.$inferSelect;
