/** What may be asked about the tokens by which apps register. */
import { z } from "zod";

export const newRegistrationTokenSchema = z.strictObject({
  /** For whoever looks for it later. */
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .refine((name) => !/\p{Cc}/u.test(name) && name.isWellFormed(), "must not hold control characters"),
  /** Absent: any number of apps. */
  uses: z.int().min(1).max(1_000_000).optional(),
  expiresInSeconds: z.int().min(60).max(31_536_000),
});

export type NewRegistrationToken = z.infer<typeof newRegistrationTokenSchema>;
