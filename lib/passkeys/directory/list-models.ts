/** Which models of authenticators are in use here, and how many passkeys each holds. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { productNames } from "../product-names.ts";
import { mostOfModel, type PasskeyModel } from "./schema.ts";
import { selectModels } from "./store.ts";

/** Far more than there are products. */
const mostModels = 500;

/** Those with most passkeys first. @throws DomainError FORBIDDEN */
export async function listModels(ctx: Context): Promise<PasskeyModel[]> {
  checkPermission(ctx, "credentials.read");
  const rows = await selectModels(ctx.db, mostModels, mostOfModel + 1);
  const nameOf = productNames(ctx);
  return rows
    .map((row) => {
      const product = nameOf(row.aaguid);
      return product === undefined ? row : { ...row, product };
    })
    .sort((a, b) => b.passkeys - a.passkeys || a.aaguid.localeCompare(b.aaguid));
}
