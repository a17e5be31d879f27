/** Registers the address that an app was refused for, as it was sent. */
import type { ClientErrorId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { clientErrorFactsSchema } from "./errors/schema.ts";
import { findClientError } from "./errors/store.ts";
import { requireClient } from "./require-client.ts";
import { updateClient } from "./update-client.ts";

/** A kept value of this length may be the beginning of a longer one. */
const longestKept = 1024;

/**
 * The address comes from what was kept of the app's request, never from the caller. Anybody can have brought that
 * about by a link, which is why a person looks at it first; a pattern does not come in by this door.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, CLIENT_NOT_FOUND, NOT_FOUND, VALIDATION_ERROR, CONFLICT
 */
export async function registerRefusedAddress(
  ctx: Context,
  input: { readonly clientId: string; readonly errorId: string },
): Promise<void> {
  checkPermission(ctx, "clients.write");
  const client = await requireClient(ctx.db, input.clientId);
  const kept = await findClientError(ctx.db, {
    id: input.errorId as ClientErrorId,
    clientId: client.id,
  });
  if (!kept) throw new DomainError("NOT_FOUND");
  const address = clientErrorFactsSchema.parse(kept.facts).find(({ name }) => name === "redirect_uri")?.sent;
  if (address === undefined || address.includes("*") || address.length >= longestKept)
    throw new DomainError("CONFLICT", { words: { key: "addressNotRegistrable" } });
  if (client.redirectUris.includes(address)) return;
  await updateClient(ctx, {
    id: client.id,
    changes: { redirectUris: [...client.redirectUris, address] },
  });
}
