/** Why a picture was refused, as those who sent it are told. */
import { DomainError } from "#lib/errors/domain-error.ts";
import { ImageRefusal } from "./image-refusal.ts";

/** Runs `work`, and throws what it refuses as UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE or INVALID_PICTURE. */
export async function explainRefusal<T>(work: () => Promise<T>, formats: PictureFormats): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ImageRefusal ? explained(error, formats) : error;
  }
}

/** Which are named when it is none of them. */
export type PictureFormats = "pictureFormat" | "imageFormat";

function explained(cause: ImageRefusal, formats: PictureFormats): DomainError {
  switch (cause.problem) {
    case "unknown_format":
      return new DomainError("UNSUPPORTED_MEDIA_TYPE", { words: { key: formats }, cause });
    case "too_many_pixels":
      return new DomainError("PAYLOAD_TOO_LARGE", { words: { key: "picturePixels" }, cause });
    case "unreadable":
    case "too_slow":
      return new DomainError("INVALID_PICTURE", { cause });
  }
}
