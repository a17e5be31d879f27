/** An app's logo by its name, for every page. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { logoNameSchema } from "./schema.ts";
import { findClientLogo } from "./store.ts";

/** @throws DomainError NOT_FOUND */
export async function getClientLogo(
  ctx: Pick<Context, "db">,
  name: string,
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }> {
  const logo = logoNameSchema.safeParse(name).success ? await findClientLogo(ctx.db, name) : undefined;
  if (!logo) throw new DomainError("NOT_FOUND");
  return logo;
}
