/** JWS keys of the issuer. The private JWK is sealed with the kid as associated data. */
import { sql } from "drizzle-orm";
import { check, index, jsonb, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";

export const signingKeyState = pgEnum("signing_key_state", ["next", "active", "retiring", "retired"]);

export const signingKeys = pgTable(
  "signing_keys",
  {
    kid: text("kid").primaryKey(),
    algorithm: text("algorithm").notNull(),
    /** Destroyed when the key is retired. */
    privateJwk: bytea("private_jwk"),
    publicJwk: jsonb("public_jwk").notNull(),
    state: signingKeyState("state").notNull(),
    createdAt: instant("created_at").notNull(),
    activatedAt: instant("activated_at"),
    /** Somebody asked for the successor before its time: it takes over as soon as it has been published long enough. */
    rotationRequestedAt: instant("rotation_requested_at"),
    /** Signs no more since then; still published until the last token signed with it has expired. */
    retiringAt: instant("retiring_at"),
    retiredAt: instant("retired_at"),
    /** Given away or lost: nothing that it signed is believed any more. */
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    index("signing_keys_state").on(t.state),
    uniqueIndex("signing_keys_one_active").on(t.algorithm).where(sql`state = 'active'`),
    uniqueIndex("signing_keys_one_next").on(t.algorithm).where(sql`state = 'next'`),
    check("signing_keys_private_half", sql`(${t.privateJwk} is null) = (${t.state} = 'retired')`),
  ],
);

export type SigningKeyRow = typeof signingKeys.$inferSelect;
export type SigningKeyState = SigningKeyRow["state"];
