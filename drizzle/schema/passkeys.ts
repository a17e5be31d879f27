/** Outstanding WebAuthn challenges; a row is deleted by the statement that consumes it. */
import { index, jsonb, pgEnum, pgTable, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import type { SessionId, UserId } from "./ids.ts";

export const challengeKind = pgEnum("challenge_kind", ["registration", "authentication", "step_up"]);

export const challenges = pgTable(
  "challenges",
  {
    challengeHash: bytea("challenge_hash").primaryKey(),
    kind: challengeKind("kind").notNull(),
    userId: uuid("user_id").$type<UserId>(),
    sessionId: uuid("session_id").$type<SessionId>(),
    /** The options it was issued with; parsed by lib/passkeys/schema.ts. */
    context: jsonb("context").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("challenges_expires_at").on(t.expiresAt)],
);

export type ChallengeRow = typeof challenges.$inferSelect;
export type ChallengeKind = ChallengeRow["kind"];
