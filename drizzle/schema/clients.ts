/** Relying apps and their secrets. */
import { boolean, index, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import type { ClientId } from "./ids.ts";

export const clientAuthMethod = pgEnum("client_auth_method", [
  "none",
  "client_secret_basic",
  "client_secret_post",
]);

export const clients = pgTable("clients", {
  id: text("id").$type<ClientId>().primaryKey(),
  name: text("name").notNull(),
  redirectUris: text("redirect_uris").array().notNull(),
  postLogoutRedirectUris: text("post_logout_redirect_uris").array().notNull(),
  tokenEndpointAuthMethod: clientAuthMethod("token_endpoint_auth_method").notNull(),
  /** First-party apps skip consent. */
  firstParty: boolean("first_party").notNull(),
  requirePkce: boolean("require_pkce").notNull(),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
  disabledAt: instant("disabled_at"),
});

export const clientSecrets = pgTable(
  "client_secrets",
  {
    id: uuid("id").primaryKey(),
    clientId: text("client_id")
      .$type<ClientId>()
      .notNull()
      .references(() => clients.id, { onDelete: "cascade" }),
    secretHash: bytea("secret_hash").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
  },
  (t) => [
    uniqueIndex("client_secrets_secret_hash_unique").on(t.secretHash),
    index("client_secrets_client_id").on(t.clientId),
  ],
);

export type ClientRow = typeof clients.$inferSelect;
export type ClientAuthMethod = ClientRow["tokenEndpointAuthMethod"];
