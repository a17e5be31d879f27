/** Where the administration begins: what needs a look, and how things have gone lately. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission, hasPermission } from "#lib/permissions/check-permission.ts";
import { listAttention } from "./list-attention.ts";
import { listProviders } from "./list-providers.ts";
import type { Overview } from "./schema.ts";
import { readSignIns } from "./sign-ins/read-sign-ins.ts";

/** What the caller may not see is not there. @throws DomainError FORBIDDEN, STEP_UP_REQUIRED */
export async function getOverview(ctx: Context): Promise<Overview> {
  checkPermission(ctx, "users.read");
  const [attention, signIns, providers] = await Promise.all([
    listAttention(ctx),
    hasPermission(ctx, "audit.read") ? readSignIns(ctx) : undefined,
    hasPermission(ctx, "credentials.read") ? listProviders(ctx) : undefined,
  ]);
  return { attention, ...(signIns ? { signIns } : {}), ...(providers ? { providers } : {}) };
}
