/** What a passkey may be called. Safe for the client. */
import { z } from "zod";

export const passkeyNameSchema = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(64, "must have at most 64 characters")
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, "must not hold control characters");
