/** A background needs what it is made of. */
import { DomainError } from "#lib/errors/domain-error.ts";
import type { Brand } from "./schema.ts";

/** @throws DomainError VALIDATION_ERROR */
export function checkBackground({ background, backgroundColor, images }: Brand): void {
  if (background === "color" && backgroundColor === null)
    throw invalid("backgroundColor", "must be a colour for this background");
  if (background === "image" && !images.background)
    throw invalid("background", "must not be image before there is one");
}

function invalid(path: string, message: string): DomainError {
  return new DomainError("VALIDATION_ERROR", { fields: [{ path, message }] });
}
