/** A picture of the instance by its name, for every page and every mail. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { imageNameSchema } from "../schema.ts";
import { findBrandImage } from "../store.ts";

/** @throws DomainError NOT_FOUND */
export async function getBrandImage(
  ctx: Pick<Context, "db">,
  name: string,
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }> {
  const image = imageNameSchema.safeParse(name).success ? await findBrandImage(ctx.db, name) : undefined;
  if (!image) throw new DomainError("NOT_FOUND");
  return image;
}
