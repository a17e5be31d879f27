/** The protocol's short-lived rows: requests under way, codes, tokens. Secrets only as SHA-256. */
import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  json,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { clients } from "./clients.ts";
import { bytea, instant } from "./columns.ts";
import { grants } from "./grants.ts";
import type {
  ClientId,
  GrantId,
  InteractionRowId,
  SessionId,
  TestSignInId,
  TokenFamilyId,
  UserId,
} from "./ids.ts";
import { sessions } from "./sessions.ts";
import { users } from "./users.ts";

const emptyList = sql`'{}'::text[]`;

export const interactionKind = pgEnum("interaction_kind", ["authorize", "end_session", "device"]);

/** A request that waits for a person: to sign in, to consent, or to confirm signing out. */
export const interactions = pgTable(
  "interactions",
  {
    id: uuid("id").$type<InteractionRowId>().primaryKey(),
    tokenHash: bytea("token_hash").notNull(),
    kind: interactionKind("kind").notNull(),
    clientId: text("client_id")
      .$type<ClientId>()
      .references(() => clients.id, { onDelete: "cascade" }),
    /** The validated request; parsed by lib/oidc/…/schema.ts. */
    request: jsonb("request").notNull(),
    /** The session in which the person said yes to this very request (prompt=consent). */
    consentedSessionId: uuid("consented_session_id").$type<SessionId>(),
    /** The session that the person chose for this very request (prompt=select_account). */
    chosenSessionId: uuid("chosen_session_id").$type<SessionId>(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    uniqueIndex("interactions_token_hash_unique").on(t.tokenHash),
    index("interactions_expires_at").on(t.expiresAt),
  ],
);

export const authorizationCodes = pgTable(
  "authorization_codes",
  {
    codeHash: bytea("code_hash").primaryKey(),
    clientId: text("client_id")
      .$type<ClientId>()
      .notNull()
      .references(() => clients.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    sessionId: uuid("session_id")
      .$type<SessionId>()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    grantId: uuid("grant_id")
      .$type<GrantId>()
      .notNull()
      .references(() => grants.id, { onDelete: "cascade" }),
    redirectUri: text("redirect_uri").notNull(),
    scopes: text("scopes").array().notNull(),
    nonce: text("nonce"),
    codeChallenge: text("code_challenge"),
    /** Parsed `claims` request parameter, where one was sent. */
    claims: jsonb("claims"),
    /** Resource indicators of the request (RFC 8707). */
    resources: text("resources").array().notNull().default(emptyList),
    /** Thumbprint of the key that must redeem it (RFC 9449 section 10). */
    dpopJkt: text("dpop_jkt"),
    authTime: instant("auth_time").notNull(),
    acr: text("acr").notNull(),
    amr: text("amr").array().notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** Kept after use, so that a second use is recognised and its tokens are revoked. */
    consumedAt: instant("consumed_at"),
  },
  (t) => [
    index("authorization_codes_expires_at").on(t.expiresAt),
    index("authorization_codes_grant_id").on(t.grantId),
    index("authorization_codes_session_id").on(t.sessionId),
  ],
);

/** Parameters that an app sent ahead (RFC 9126); consumed by the authorization request that names them. */
export const pushedRequests = pgTable(
  "pushed_requests",
  {
    requestUriHash: bytea("request_uri_hash").primaryKey(),
    clientId: text("client_id")
      .$type<ClientId>()
      .notNull()
      .references(() => clients.id, { onDelete: "cascade" }),
    /** [[name, value]] as sent, without what authenticated the client. */
    parameters: jsonb("parameters").notNull(),
    dpopJkt: text("dpop_jkt"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("pushed_requests_expires_at").on(t.expiresAt)],
);

/**
 * Tokens of people hang on a grant, and on a session unless `offline_access` outlives it; an app's own
 * (client_credentials) have none of the three.
 */
export const accessTokens = pgTable(
  "access_tokens",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    clientId: text("client_id")
      .$type<ClientId>()
      .notNull()
      .references(() => clients.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    sessionId: uuid("session_id")
      .$type<SessionId>()
      .references(() => sessions.id, { onDelete: "cascade" }),
    grantId: uuid("grant_id")
      .$type<GrantId>()
      .references(() => grants.id, { onDelete: "cascade" }),
    /** The code that bought it: its second use revokes what the first one bought. */
    codeHash: bytea("code_hash"),
    familyId: uuid("family_id").$type<TokenFamilyId>(),
    scopes: text("scopes").array().notNull(),
    claims: jsonb("claims"),
    /** Resource servers that it is for; empty: this issuer's own endpoints. */
    audience: text("audience").array().notNull().default(emptyList),
    dpopJkt: text("dpop_jkt"),
    authTime: instant("auth_time"),
    acr: text("acr"),
    /** `act` of a token exchange (RFC 8693 section 4.1). */
    actor: jsonb("actor"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    index("access_tokens_expires_at").on(t.expiresAt),
    index("access_tokens_code_hash").on(t.codeHash),
    index("access_tokens_session_id").on(t.sessionId),
    index("access_tokens_grant_id").on(t.grantId),
    index("access_tokens_family_id").on(t.familyId),
  ],
);

/** Refresh tokens, one row each; a family is what one authorization led to. */
export const refreshTokens = pgTable(
  "refresh_tokens",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    familyId: uuid("family_id").$type<TokenFamilyId>().notNull(),
    clientId: text("client_id")
      .$type<ClientId>()
      .notNull()
      .references(() => clients.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Without `offline` the token lives no longer than this session. */
    sessionId: uuid("session_id")
      .$type<SessionId>()
      .references(() => sessions.id, { onDelete: "set null" }),
    offline: boolean("offline").notNull(),
    grantId: uuid("grant_id")
      .$type<GrantId>()
      .notNull()
      .references(() => grants.id, { onDelete: "cascade" }),
    codeHash: bytea("code_hash"),
    scopes: text("scopes").array().notNull(),
    claims: jsonb("claims"),
    resources: text("resources").array().notNull().default(emptyList),
    dpopJkt: text("dpop_jkt"),
    authTime: instant("auth_time").notNull(),
    acr: text("acr").notNull(),
    amr: text("amr").array().notNull(),
    createdAt: instant("created_at").notNull(),
    /** Idle lifetime: each rotation starts it anew. */
    expiresAt: instant("expires_at").notNull(),
    /** Absolute lifetime of the family. */
    familyExpiresAt: instant("family_expires_at").notNull(),
    rotatedAt: instant("rotated_at"),
    /** The answer that the rotation gave, sealed, for an identical retry within seconds. */
    rotationAnswer: bytea("rotation_answer"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    index("refresh_tokens_family_id").on(t.familyId),
    index("refresh_tokens_expires_at").on(t.expiresAt),
    index("refresh_tokens_session_id").on(t.sessionId),
    index("refresh_tokens_grant_id").on(t.grantId),
    index("refresh_tokens_code_hash").on(t.codeHash),
  ],
);

export const deviceCodeStatus = pgEnum("device_code_status", ["pending", "approved", "denied"]);

/** A device without a browser that waits for its person (RFC 8628). */
export const deviceCodes = pgTable(
  "device_codes",
  {
    deviceCodeHash: bytea("device_code_hash").primaryKey(),
    /** SHA-256 of the eight letters. */
    userCodeHash: bytea("user_code_hash").notNull(),
    clientId: text("client_id")
      .$type<ClientId>()
      .notNull()
      .references(() => clients.id, { onDelete: "cascade" }),
    scopes: text("scopes").array().notNull(),
    resources: text("resources").array().notNull().default(emptyList),
    dpopJkt: text("dpop_jkt"),
    status: deviceCodeStatus("status").notNull(),
    userId: uuid("user_id")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    sessionId: uuid("session_id")
      .$type<SessionId>()
      .references(() => sessions.id, { onDelete: "cascade" }),
    grantId: uuid("grant_id")
      .$type<GrantId>()
      .references(() => grants.id, { onDelete: "cascade" }),
    authTime: instant("auth_time"),
    acr: text("acr"),
    amr: text("amr").array(),
    /** Where the device asked from: shown to the person who is asked. */
    ip: text("ip").notNull(),
    userAgent: text("user_agent").notNull(),
    pollIntervalSeconds: integer("poll_interval_seconds").notNull(),
    lastPolledAt: instant("last_polled_at"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    uniqueIndex("device_codes_user_code_unique").on(t.userCodeHash),
    index("device_codes_expires_at").on(t.expiresAt),
  ],
);

/** JWTs that may be shown once: client assertions (RFC 7523), DPoP proofs (RFC 9449). */
export const usedJwtIds = pgTable(
  "used_jwt_ids",
  {
    /** SHA-256 over purpose, issuer and `jti`. */
    idHash: bytea("id_hash").primaryKey(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("used_jwt_ids_expires_at").on(t.expiresAt)],
);

/** Which apps a session signed in to: those that are told when it ends. */
export const sessionClients = pgTable(
  "session_clients",
  {
    sessionId: uuid("session_id")
      .$type<SessionId>()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    clientId: text("client_id")
      .$type<ClientId>()
      .notNull()
      .references(() => clients.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.clientId] }),
    index("session_clients_client_id").on(t.clientId),
  ],
);

/** A sign-in by which an administrator tries an app's settings out: its answer comes to us and goes to nobody else. */
export const testSignIns = pgTable(
  "test_sign_ins",
  {
    id: uuid("id").$type<TestSignInId>().primaryKey(),
    /** Of the `state` that comes back with the answer. */
    stateHash: bytea("state_hash").notNull(),
    clientId: text("client_id")
      .$type<ClientId>()
      .notNull()
      .references(() => clients.id, { onDelete: "cascade" }),
    /** Began it, and alone may finish it and see what came of it. */
    sessionId: uuid("session_id")
      .$type<SessionId>()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    /** Sealed: without it the code opens nothing, wherever it gets to. */
    codeVerifier: bytea("code_verifier").notNull(),
    nonce: text("nonce").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    finishedAt: instant("finished_at"),
    /** What came of it, without a secret, in the order of the tokens; parsed by lib/oidc/test-sign-in/schema.ts. */
    result: json("result"),
  },
  (t) => [
    uniqueIndex("test_sign_ins_state_hash_unique").on(t.stateHash),
    index("test_sign_ins_session_id").on(t.sessionId),
    index("test_sign_ins_expires_at").on(t.expiresAt),
  ],
);

export type TestSignInRow = typeof testSignIns.$inferSelect;
export type InteractionRow = typeof interactions.$inferSelect;
export type AuthorizationCodeRow = typeof authorizationCodes.$inferSelect;
export type AccessTokenRow = typeof accessTokens.$inferSelect;
export type RefreshTokenRow = typeof refreshTokens.$inferSelect;
export type DeviceCodeRow = typeof deviceCodes.$inferSelect;
