/** A picture by its name, for whoever knows that: the address is what apps are given. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { pictureNameSchema } from "./schema.ts";
import { findPicture } from "./store.ts";

export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** @throws DomainError NOT_FOUND */
export async function getPicture(ctx: Pick<Context, "db">, name: string): Promise<Picture> {
  const picture = pictureNameSchema.safeParse(name).success ? await findPicture(ctx.db, name) : undefined;
  if (!picture) throw new DomainError("NOT_FOUND");
  return picture;
}
