/** A browser without a passkey asks to be let in by the person, from one where they have theirs. */
import type { DeviceApprovalId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { showLetterCode } from "#lib/crypto/letter-code.ts";
import { newId, randomSecret } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { hashApprovalCode, makeApprovalCode, makeComparisonCode } from "./approval-code.ts";
import { approvalLifetimeSeconds } from "./lifetimes.ts";
import type { RequestedApproval } from "./schema.ts";
import { insertDeviceApproval } from "./store.ts";

export interface WaitingBrowser {
  /** What this browser alone holds: without it an approval is worth nothing. */
  readonly secret: string;
  readonly request: RequestedApproval;
}

/**
 * Names nobody: who approves is who will be signed in.
 * @throws DomainError FORBIDDEN where it is switched off, RATE_LIMIT_EXCEEDED
 */
export async function requestDeviceApproval(ctx: Context): Promise<WaitingBrowser> {
  if (!ctx.config.deviceApproval) throw new DomainError("FORBIDDEN");
  await takePoint(ctx, "approval_request");
  const secret = randomSecret();
  const code = makeApprovalCode();
  const approvalHash = hashApprovalCode(code);
  if (!approvalHash) throw new Error("a code that was made cannot be read");
  const id = newId<DeviceApprovalId>();
  const comparisonCode = makeComparisonCode();
  const expiresAt = new Date(ctx.now.getTime() + approvalLifetimeSeconds * 1000);
  await ctx.db.transaction(async (tx) => {
    await insertDeviceApproval(tx, {
      id,
      secretHash: sha256(secret),
      approvalHash,
      comparisonCode,
      ip: ctx.ip,
      userAgent: ctx.userAgent,
      createdAt: ctx.now,
      expiresAt,
    });
    await appendAuditEvent(ctx, tx, {
      action: "device_approval.requested",
      outcome: "success",
      details: { approvalId: id },
    });
  });
  return { secret, request: { ...describeCode(ctx, showLetterCode(code)), comparisonCode, expiresAt } };
}

/** A code as it is shown: what is scanned, and what is typed. */
export function describeCode({ config }: Pick<Context, "config">, code: string) {
  return { url: `${config.baseUrl}/approve?code=${code}`, code };
}
