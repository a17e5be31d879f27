/** Sessions as they are told, and what the end of one leaves to be sent. Safe for the client. */
import { z } from "zod";

export const sessionIdSchema = z.uuid("must be the id of a session");

/** Why a session ended: the `by` of its audit event. */
export const sessionEndSchema = z.enum([
  "sign_out",
  "sign_out_elsewhere",
  "too_many_accounts",
  "passkey_removed",
  "passkey_revoked",
  "administrator",
  "user_disabled",
  "account_deleted",
  "app_revoked",
]);

export type SessionEnd = z.infer<typeof sessionEndSchema>;

/** Which app is to learn that whose session has ended; the token itself is made each time it is sent. */
export const logoutMessageSchema = z.strictObject({
  purpose: sessionEndSchema,
  /** `jti`: the same over all attempts. */
  reference: z.uuid(),
  clientId: z.string().max(512),
  userId: z.uuid(),
  sessionId: z.uuid(),
});

export type LogoutMessage = z.infer<typeof logoutMessageSchema>;

export const sessionMethods = [
  "passkey",
  "recovery_code",
  "recovery_link",
  "email_link",
  "device_approval",
] as const;

export const sessionSchema = z.object({
  id: sessionIdSchema.describe("The `sid` of ID Tokens."),
  createdAt: z.date(),
  authenticatedAt: z.date().describe("The last sign-in or confirmation with a passkey in it."),
  lastActivityAt: z.date(),
  expiresAt: z.date(),
  idle: z.boolean().describe("Unused for so long that the browser must sign in again; its apps may go on."),
  method: z
    .enum(sessionMethods)
    .describe("How the person was verified last in it; all but `passkey` are weaker."),
  ip: z.string(),
  userAgent: z.string(),
  passkey: z
    .object({ id: z.uuid(), name: z.string() })
    .nullable()
    .describe("The one that opened it, or confirmed it last."),
  apps: z
    .array(z.object({ clientId: z.string(), name: z.string() }))
    .readonly()
    .describe("Those that it signed in to."),
});

export const ownSessionSchema = sessionSchema.extend({
  current: z.boolean().describe("The one in which you ask."),
});

export const personSessionSchema = sessionSchema.extend({
  user: z.object({ id: z.uuid(), username: z.string(), displayName: z.string() }),
});

export type Session = z.infer<typeof sessionSchema>;
export type OwnSession = z.infer<typeof ownSessionSchema>;
export type PersonSession = z.infer<typeof personSessionSchema>;
