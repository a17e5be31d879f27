/** Whom a policy would keep out, told before it is set. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import type { AttestationPolicy } from "../schema.ts";
import { mostPreviewed, type PolicyPreview } from "./schema.ts";
import { countAdministratorsLeft, countRefused, countShutOut } from "./store.ts";

/** By what is known of each passkey now; the policies of groups come on top of it. @throws DomainError FORBIDDEN */
export async function previewPolicy(ctx: Context, policy: AttestationPolicy): Promise<PolicyPreview> {
  checkPermission(ctx, "settings.read");
  const most = mostPreviewed + 1;
  const [passkeys, people, administratorsLeft] = await Promise.all([
    countRefused(ctx.db, policy, most),
    countShutOut(ctx.db, policy, most),
    countAdministratorsLeft(ctx.db, policy),
  ]);
  return { passkeys, people, administratorsLeft };
}
