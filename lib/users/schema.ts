/** What a person may be called. Safe for the client: forms and the API share it. */
import { z } from "zod";

/** An e-mail address; compared without regard to case, kept as it was typed. */
export const usernameSchema = z
  .string()
  .trim()
  .max(254, "must have at most 254 characters")
  .pipe(z.email("must be an e-mail address, such as ana@example.com"));

/** Shown to the person and to apps. No control characters: they could disguise one name as another. */
export const displayNameSchema = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(64, "must have at most 64 characters")
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, "must not hold control characters");
