/** What stands in the database of the settings that come after the environment. Safe for the client. */
import { z } from "zod";

const seconds = (least: number, most: number) =>
  z
    .int("must be a whole number of seconds")
    .min(least, `must be at least ${least} seconds`)
    .max(most, `must be at most ${most} seconds`);

const day = 86_400;

const values = {
  signUp: z
    .enum(["open", "invite", "closed"], "must be one of: open, invite, closed")
    .describe("Who may make an account."),
  sessionIdleTimeoutSeconds: seconds(60, 365 * day).describe("Unused for so long, a browser is signed out."),
  sessionMaxLifetimeSeconds: seconds(300, 365 * day).describe(
    "The longest that a browser stays signed in; for sessions that begin from now on.",
  ),
  userVerification: z
    .enum(["required", "preferred", "discouraged"], "must be one of: required, preferred, discouraged")
    .describe("Whether authenticators check fingerprint, face or PIN."),
  attestation: z
    .enum(["none", "indirect", "direct", "enterprise"], "must be one of: none, indirect, direct, enterprise")
    .describe("Whether new passkeys are asked to prove which model holds them."),
  counterPolicy: z
    .enum(["warn", "refuse"], "must be one of: warn, refuse")
    .describe("What happens when the counter of an authenticator did not grow."),
} as const;

/** As stored: only what was changed. */
export const storedSettingsSchema = z.object(values).partial();
export type StoredSettings = z.infer<typeof storedSettingsSchema>;

/** Null goes back to what the program starts with. */
export const settingsChangeSchema = z.strictObject({
  signUp: values.signUp.nullable().optional(),
  sessionIdleTimeoutSeconds: values.sessionIdleTimeoutSeconds.nullable().optional(),
  sessionMaxLifetimeSeconds: values.sessionMaxLifetimeSeconds.nullable().optional(),
  userVerification: values.userVerification.nullable().optional(),
  attestation: values.attestation.nullable().optional(),
  counterPolicy: values.counterPolicy.nullable().optional(),
});
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

const described = <V extends z.ZodType>(value: V) =>
  z.object({
    value,
    source: z
      .enum(["environment", "changed", "default"])
      .describe("`environment`: the variable says it, and nothing else can."),
    variable: z.string(),
    default: value.describe("What it is where nothing was changed."),
  });

export const settingsSchema = z.object({
  signUp: described(values.signUp),
  sessionIdleTimeoutSeconds: described(values.sessionIdleTimeoutSeconds),
  sessionMaxLifetimeSeconds: described(values.sessionMaxLifetimeSeconds),
  userVerification: described(values.userVerification),
  attestation: described(values.attestation),
  counterPolicy: described(values.counterPolicy),
});
export type Settings = z.infer<typeof settingsSchema>;
