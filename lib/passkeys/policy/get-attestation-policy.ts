/** The policy of the instance or of a group, for those who may set it. */
import type { GroupId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { loadAttestationPolicy, parseStoredPolicy } from "./load-policy.ts";
import type { AttestationPolicy } from "./schema.ts";
import { findGroupPolicy } from "./store.ts";

/** The instance's; empty where none was set. @throws DomainError FORBIDDEN */
export async function getAttestationPolicy(ctx: Context): Promise<AttestationPolicy> {
  checkPermission(ctx, "settings.read");
  return await loadAttestationPolicy(ctx);
}

/** A group's own; null where it has none. @throws DomainError FORBIDDEN, GROUP_NOT_FOUND */
export async function getGroupAttestationPolicy(
  ctx: Context,
  group: GroupId,
): Promise<AttestationPolicy | null> {
  checkPermission(ctx, "groups.read");
  const row = await findGroupPolicy(ctx.db, group);
  if (!row) throw new DomainError("GROUP_NOT_FOUND");
  return row.policy === null ? null : parseStoredPolicy(row.policy);
}
