/** Sets which authenticators may be used; it holds for new passkeys and for the next sign-in with old ones. */
import type { GroupId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { checkUnchanged } from "#lib/context/check-unchanged.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError, type FieldProblem } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { findSetting, putSetting } from "#lib/settings/store.ts";
import { auditRefusal } from "../audit-refusal.ts";
import { checkOwnPasskeyAllowed } from "./check-own-passkey.ts";
import { countAdministratorsLeft } from "./preview/store.ts";
import { type AttestationPolicy, attestationPolicySchema } from "./schema.ts";
import { attestationPolicyName, isGroupMember, lockGroupPolicy, putGroupPolicy } from "./store.ts";

/** Whose policy it is: that of a group's members, or of everybody. */
export interface PolicyScope {
  readonly group?: GroupId | undefined;
}

/**
 * For administrators who have just confirmed, and for operators. An administrator cannot shut out the passkey of the
 * session that asks, also not by way of a group that they are in; whoever has a shell can, and can take it back.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, GROUP_NOT_FOUND, VALIDATION_ERROR with every bad field, CONFLICT,
 * LAST_ADMINISTRATOR; of a group, whose version holds for its policy too, PRECONDITION_FAILED
 */
export function setAttestationPolicy(
  ctx: Context,
  input: unknown,
  { group }: PolicyScope = {},
): Promise<AttestationPolicy> {
  return changing(ctx, async () => {
    const policy = parse(input);
    if (policy.trustedOnly && !ctx.config.metadata) throw invalid([trustNeedsMetadata]);
    await ctx.db.transaction((tx) =>
      group ? putOfGroup(ctx, tx, group, policy) : putOfAll(ctx, tx, policy),
    );
    return policy;
  });
}

/**
 * Asks nothing any more: the group's members are under the instance's policy alone, or the instance allows everything.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, GROUP_NOT_FOUND, PRECONDITION_FAILED
 */
export function clearAttestationPolicy(ctx: Context, { group }: PolicyScope): Promise<void> {
  return changing(ctx, () =>
    ctx.db.transaction((tx) => (group ? putOfGroup(ctx, tx, group, null) : putOfAll(ctx, tx, {}))),
  );
}

function changing<T>(ctx: Context, change: () => Promise<T>): Promise<T> {
  return auditRefusal(ctx, "attestation_policy.changed", async () => {
    checkPermission(ctx, "settings.write");
    return await change();
  });
}

async function putOfAll(ctx: Context, tx: Db, policy: AttestationPolicy): Promise<void> {
  await checkOwnPasskeyAllowed(ctx, tx, policy);
  await checkAdministratorStays(ctx, tx, policy);
  const before = await findSetting(tx, attestationPolicyName);
  await putSetting(tx, attestationPolicyName, policy, ctx.now);
  await appendAuditEvent(ctx, tx, {
    action: "attestation_policy.changed",
    outcome: "success",
    details: { before: JSON.stringify(before ?? {}), after: JSON.stringify(policy) },
  });
}

/** Whose own passkey was asked stays; a program has none. @throws DomainError LAST_ADMINISTRATOR */
async function checkAdministratorStays({ actor }: Context, tx: Db, policy: AttestationPolicy): Promise<void> {
  if (actor.type !== "api_key" || (await countAdministratorsLeft(tx, policy)) > 0) return;
  throw new DomainError("LAST_ADMINISTRATOR");
}

/** The lock on the group keeps the one who asks from joining it while the policy changes. */
async function putOfGroup(
  ctx: Context,
  tx: Db,
  group: GroupId,
  policy: AttestationPolicy | null,
): Promise<void> {
  const { actor } = ctx;
  const before = await lockGroupPolicy(tx, group);
  if (!before) throw new DomainError("GROUP_NOT_FOUND");
  checkUnchanged(ctx, before.updatedAt);
  if (policy && actor.type === "user" && (await isGroupMember(tx, group, actor.userId)))
    await checkOwnPasskeyAllowed(ctx, tx, policy);
  await putGroupPolicy(tx, group, policy, ctx.now);
  await appendAuditEvent(ctx, tx, {
    action: "attestation_policy.changed",
    outcome: "success",
    details: {
      group: before.name,
      groupId: group,
      before: JSON.stringify(before.policy),
      after: JSON.stringify(policy),
    },
  });
}

function parse(input: unknown): AttestationPolicy {
  const parsed = attestationPolicySchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })));
}

/** Nobody could ever sign in. */
const trustNeedsMetadata: FieldProblem = {
  path: "trustedOnly",
  message: "needs metadata: set MDS_BLOB and MDS_ROOT first",
};

function invalid(fields: readonly FieldProblem[]): DomainError {
  return new DomainError("VALIDATION_ERROR", { fields });
}
