/** What a picture of somebody may be, and the name under which it is served. zod only: safe for the client. */
import { z } from "zod";

/** Of what is sent. */
export const mostPictureBytes = 5 * 1024 * 1024;

/** For the file chooser; what counts are the bytes. */
export const pictureMediaTypes = [
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "image/avif",
] as const;

/** 256 random bits in base64url. */
export const pictureNameSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "must be the name of a picture");
