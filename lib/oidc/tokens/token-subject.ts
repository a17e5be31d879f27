/** Whom tokens are about. */
import type { GrantId, SessionId } from "#drizzle/schema/ids.ts";
import type { Person } from "../claims/read-person-claims.ts";

/** A person who was verified, and under which consent and session. */
export interface TokenSubject {
  readonly user: Person;
  readonly grantId: GrantId;
  /** Null when the tokens outlived it. */
  readonly sessionId: SessionId | null;
  readonly authTime: Date;
  readonly acr: string;
  readonly amr: readonly string[];
}
