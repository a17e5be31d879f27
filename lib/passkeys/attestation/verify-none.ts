/** Format `none` (WebAuthn Level 3 section 8.7). */
import type { StatementInput, VerifiedStatement } from "./statement.ts";

/** @throws Error when there is a statement all the same */
export function verifyNone({ statement }: StatementInput): VerifiedStatement {
  if (statement.size > 0) throw new Error("fmt is none, and there is a statement");
  return { type: "none", trustPath: [], coversAaguid: false };
}
