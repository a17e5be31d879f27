/** What became of the request of a waiting browser. */
import type { DeviceApprovalRow } from "#drizzle/schema/accounts.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import type { ApprovalState } from "./schema.ts";
import { findApprovalBySecret } from "./store.ts";

export interface WaitingApproval {
  readonly state: ApprovalState;
  /** Absent when it is over. */
  readonly comparisonCode?: string;
  readonly expiresAt?: Date;
}

/** Reads only, and tells nothing of who answered. */
export async function readApprovalState(
  ctx: Pick<Context, "db" | "now">,
  secret: string,
): Promise<WaitingApproval> {
  const row = await findApprovalBySecret(ctx.db, sha256(secret));
  if (!row || row.expiresAt.getTime() <= ctx.now.getTime()) return { state: "over" };
  return { state: stateOf(row), comparisonCode: row.comparisonCode, expiresAt: row.expiresAt };
}

function stateOf({ decidedAt, approvedBy }: DeviceApprovalRow): ApprovalState {
  if (decidedAt === null) return "waiting";
  return approvedBy === null ? "denied" : "approved";
}
