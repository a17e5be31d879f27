/** What an app's logo may be, and the name under which it is served. zod only: safe for the client. */
import { z } from "zod";

/** Of what is sent. */
export const mostLogoBytes = 2 * 1024 * 1024;

/** For the file chooser; what counts are the bytes. */
export const logoMediaTypes = [
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "image/avif",
  "image/svg+xml",
] as const;

/** 256 random bits in base64url. */
export const logoNameSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "must be the name of a logo");
