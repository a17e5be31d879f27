/** JWS keys of the issuer. The private JWK is sealed with the kid as associated data. */
import { index, jsonb, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";

export const signingKeyState = pgEnum("signing_key_state", ["next", "active", "retiring", "retired"]);

export const signingKeys = pgTable(
  "signing_keys",
  {
    kid: text("kid").primaryKey(),
    algorithm: text("algorithm").notNull(),
    privateJwk: bytea("private_jwk").notNull(),
    publicJwk: jsonb("public_jwk").notNull(),
    state: signingKeyState("state").notNull(),
    createdAt: instant("created_at").notNull(),
    activatedAt: instant("activated_at"),
    /** Signs no more since then; still published until the last token signed with it has expired. */
    retiringAt: instant("retiring_at"),
    retiredAt: instant("retired_at"),
  },
  (t) => [index("signing_keys_state").on(t.state)],
);

export type SigningKeyRow = typeof signingKeys.$inferSelect;
