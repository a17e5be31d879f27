/** The addresses that take more than other bodies may have, in bytes. They read them once they know who sends. */
import { mostPictureBytes } from "#lib/accounts/pictures/schema.ts";

export const uploadLimits: Readonly<Record<string, number>> = {
  "/api/v1/me/picture": mostPictureBytes,
  // A form with the file in it.
  "/pictures": mostPictureBytes + 65_536,
};
