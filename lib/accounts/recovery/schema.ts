/** Recovery codes as they are told and typed, and what is asked for with links. Safe for the client. */
import { z } from "zod";

export const recoveryCodesSchema = z.object({
  total: z.number().int().describe("Of the set; 0 where there is none."),
  left: z.number().int().describe("How many of them have not been used."),
  createdAt: z.date().optional().describe("When the set was made."),
});

export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;

/** Whatever was typed: what is no code is answered as one that nobody has. */
export const typedCodeSchema = z.string().max(128, "must have at most 128 characters");

export const recoverByCodeSchema = z.strictObject({ code: typedCodeSchema });

export const recoveryLinkWishSchema = z.strictObject({
  mail: z.boolean().optional().describe("Send it to the person instead of telling it here."),
});
