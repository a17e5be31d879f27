/** A suite of the FIDO Alliance's case list, and the words for how a case must be refused. */
import { describe, it } from "vitest";

export type Case = () => Promise<void>;

export interface Suite {
  /** The list's own name, such as Server-ServerAuthenticatorAttestationResponse-Resp-1. */
  readonly name: string;
  readonly about: string;
  /** How many cases the list has; the run fails to load with fewer or more. */
  readonly positive: number;
  readonly negative: number;
  /** By the list's number and words: `P-…` must be accepted, `F-…` refused. */
  readonly cases: Readonly<Record<`${"P" | "F"}-${string}`, Case>>;
}

export function defineSuite({ name, about, positive, negative, cases }: Suite): void {
  const titles = Object.keys(cases);
  const counted = (kind: string) => titles.filter((title) => title.startsWith(`${kind}-`)).length;
  if (counted("P") !== positive || counted("F") !== negative)
    throw new Error(`${name} has ${counted("P")} positive and ${counted("F")} negative cases`);
  describe(`${name}: ${about}`, () => {
    for (const [title, run] of Object.entries(cases)) it(title, run);
  });
}

/** The status of a refusal, what its errorMessage begins with, and what the rest of it speaks of. */
export interface Refusal {
  readonly status: number;
  readonly begins: string;
  readonly speaksOf?: RegExp;
}

export const malformed = (path: string): Refusal => ({ status: 400, begins: `VALIDATION_ERROR: ${path}: ` });
export const noChallenge: Refusal = { status: 400, begins: "MISSING_CHALLENGE: " };
export const otherChallenge: Refusal = { status: 400, begins: "INVALID_CHALLENGE (challenge_unknown): " };
export const invalidAttestation = (rule: string, speaksOf?: RegExp): Refusal => ({
  status: 401,
  begins: `INVALID_ATTESTATION (${rule}): `,
  ...(speaksOf ? { speaksOf } : {}),
});
export const authenticationFailed = (rule: string): Refusal => ({
  status: 401,
  begins: `AUTHENTICATION_FAILED (${rule}): `,
});
