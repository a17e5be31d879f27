/** What administrators may change while the program runs, unless the environment says it. */
import type { Environment } from "./schema.ts";

export interface RunTimeValues {
  readonly signUp: "open" | "invite" | "closed";
  readonly sessionIdleTimeoutSeconds: number;
  readonly sessionMaxLifetimeSeconds: number;
  readonly userVerification: "required" | "preferred" | "discouraged";
  readonly attestation: "none" | "indirect" | "direct" | "enterprise";
  /** What happens when an authenticator's counter did not grow. */
  readonly counterPolicy: "warn" | "refuse";
}

export type RunTimeName = keyof RunTimeValues;

/** The variable that says each of them for good. */
export const runTimeVariables = {
  signUp: "SIGN_UP",
  sessionIdleTimeoutSeconds: "SESSION_IDLE_TIMEOUT",
  sessionMaxLifetimeSeconds: "SESSION_MAX_LIFETIME",
  userVerification: "USER_VERIFICATION",
  attestation: "ATTESTATION",
  counterPolicy: "COUNTER_POLICY",
} as const satisfies Record<RunTimeName, keyof Environment>;

export const runTimeNames = Object.keys(runTimeVariables) as RunTimeName[];

export interface RunTimeConfig {
  /** Those that the environment says: nothing in the database changes them. */
  readonly locked: readonly RunTimeName[];
  /** What the environment and the defaults say: what stands in the database is laid over it. */
  readonly values: RunTimeValues;
}

/** `given`: the variables that were set at all. */
export function deriveRunTime(
  env: Environment,
  given: Readonly<Record<string, string | undefined>>,
): RunTimeConfig {
  return Object.freeze({
    locked: Object.freeze(runTimeNames.filter((name) => given[runTimeVariables[name]] !== undefined)),
    values: Object.freeze({
      signUp: env.SIGN_UP,
      sessionIdleTimeoutSeconds: env.SESSION_IDLE_TIMEOUT,
      sessionMaxLifetimeSeconds: env.SESSION_MAX_LIFETIME,
      userVerification: env.USER_VERIFICATION,
      attestation: env.ATTESTATION,
      counterPolicy: env.COUNTER_POLICY,
    }),
  });
}
