/** The protocol's short-lived rows: requests under way, codes, access tokens. Secrets only as SHA-256. */
import { index, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { clients } from "./clients.ts";
import { bytea, instant } from "./columns.ts";
import { grants } from "./grants.ts";
import type { ClientId, GrantId, InteractionRowId, SessionId, UserId } from "./ids.ts";
import { sessions } from "./sessions.ts";
import { users } from "./users.ts";

export const interactionKind = pgEnum("interaction_kind", ["authorize", "end_session"]);

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
    /** The code that bought it: its second use revokes what the first one bought. */
    codeHash: bytea("code_hash"),
    scopes: text("scopes").array().notNull(),
    claims: jsonb("claims"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    index("access_tokens_expires_at").on(t.expiresAt),
    index("access_tokens_code_hash").on(t.codeHash),
    index("access_tokens_session_id").on(t.sessionId),
    index("access_tokens_grant_id").on(t.grantId),
  ],
);

export type InteractionRow = typeof interactions.$inferSelect;
export type AuthorizationCodeRow = typeof authorizationCodes.$inferSelect;
export type AccessTokenRow = typeof accessTokens.$inferSelect;
