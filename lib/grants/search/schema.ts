/** Which consents a list shows. Safe for the client. */
import { z } from "zod";
import { longestClientId } from "#lib/clients/schema.ts";

export const grantQuerySchema = z.strictObject({
  /** One app's; empty: all. */
  client: z
    .string()
    .max(longestClientId)
    .transform((id) => id || undefined)
    .optional(),
  after: z.string().max(512).optional(),
  before: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export type GrantQuery = z.infer<typeof grantQuerySchema>;
