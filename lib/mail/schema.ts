/** What a mail consists of. Safe for the client. */
import { z } from "zod";

/** One address, one line of subject: nothing here can become a header of its own. */
export const mailSchema = z.strictObject({
  to: z.email().max(254),
  subject: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, "must be one line"),
  text: z.string().min(1).max(65_536),
  html: z.string().max(262_144).optional(),
  /** Makes the Message-ID: the same for every attempt, so that a mail that arrives twice is seen to be one. */
  reference: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
});

export type Mail = z.infer<typeof mailSchema>;
