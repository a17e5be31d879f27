/** What an administrator may ask a test sign-in for, and what is kept of it. Safe for the client. */
import { z } from "zod";

export const testRequestSchema = z.strictObject({
  clientId: z.string().min(1).max(512),
  scopes: z.array(z.string().max(64)).max(16),
  /** To be asked although it would not be needed. */
  prompts: z.array(z.enum(["login", "consent"])).max(2),
});

export type TestRequest = z.infer<typeof testRequestSchema>;

const jsonObject = z.record(z.string(), z.unknown());

/** What an app has to look at before it believes an ID Token (OIDC Core section 3.1.3.7). */
export const tokenChecks = ["signature", "issuer", "audience", "times", "nonce", "access_token"] as const;

const inspectedTokenSchema = z.object({
  kind: z.enum(["id_token", "access_token", "refresh_token", "userinfo"]),
  /** Absent for opaque ones: nobody but us can read them. */
  header: jsonObject.optional(),
  payload: jsonObject.optional(),
  /** The key that its signature was verified with; absent where none of ours made it, or it has none. */
  key: z.object({ kid: z.string(), alg: z.string() }).optional(),
  checks: z.array(z.object({ name: z.enum(tokenChecks), passed: z.boolean() })),
});

export type InspectedToken = z.infer<typeof inspectedTokenSchema>;

const explainedClaimSchema = z.object({
  name: z.string(),
  value: z.unknown(),
  places: z.array(z.enum(["userinfo", "id_token"])),
  because: z.array(z.looseObject({ scope: z.string().optional() })),
  from: z.string(),
});

export const testResultSchema = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("refused"),
    /** Where: the authorization or the redemption of its code. */
    step: z.enum(["authorize", "token", "userinfo"]),
    error: z.string(),
    description: z.string(),
  }),
  z.object({
    outcome: z.literal("answered"),
    scope: z.string(),
    expiresInSeconds: z.number(),
    tokens: z.array(inspectedTokenSchema),
    userinfo: jsonObject.optional(),
    claims: z.array(explainedClaimSchema),
  }),
]);

export type TestResult = z.infer<typeof testResultSchema>;

/** As it is shown, kept or not. */
export interface TestedClaim {
  readonly name: string;
  readonly value: unknown;
  readonly places: readonly ("userinfo" | "id_token")[];
  readonly because: readonly object[];
  readonly from: string;
}
