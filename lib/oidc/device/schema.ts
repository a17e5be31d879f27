/** A device that waits for its person's yes, as an interaction keeps it. */
import { z } from "zod";

export const deviceRequestSchema = z.object({
  /** SHA-256 of the device code, in base64url. */
  deviceCodeHash: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

export type DeviceRequest = z.infer<typeof deviceRequestSchema>;

export const deviceDecisionSchema = z.enum(["allow", "deny"]);
