/** Shuts many apps out, or lets them in again. */
import type { ClientId } from "#drizzle/schema/ids.ts";
import { disableClient, enableClient } from "#lib/clients/disable-client.ts";
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { changeEach } from "./change-each.ts";
import type { BulkOutcome } from "./schema.ts";
import { findNamedClients } from "./store.ts";

/** Which is so already stays as it is. @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, INVALID_REQUEST */
export async function changeClients(
  ctx: Context,
  { ids, kind }: { readonly ids: readonly string[]; readonly kind: "disable" | "enable" },
): Promise<BulkOutcome> {
  checkPermission(ctx, "clients.write");
  const found = await findNamedClients(ctx.db, [...new Set(ids)] as ClientId[]);
  const disabled = new Map(found.map(({ id, disabledAt }) => [id, disabledAt !== null]));
  return await changeEach(ctx, found, async (id) => {
    if (disabled.get(id) === (kind === "disable")) return false;
    await (kind === "disable" ? disableClient(ctx, id) : enableClient(ctx, id));
    return true;
  });
}
