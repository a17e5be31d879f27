/** The ceremonies as the browser runs them: begin → authenticator → complete. No React in here. */
import { stopAutofill } from "./autofill.ts";
import { ApiFailure, callApi } from "./call-api.ts";
import { forgetUnknownPasskey, type Signals } from "./signals.ts";
import {
  type AuthenticationResponseJSON,
  createPasskey,
  type GetMode,
  getPasskey,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from "./webauthn.ts";

/** What a ceremony tells the screen while it runs. */
export interface CeremonyStep {
  readonly signal: AbortSignal;
  /** The browser's prompt is open now, for at most that long. */
  readonly prompted: (kind: "get" | "create", timeoutMs: number) => void;
  /** The authenticator has answered; the server checks. */
  readonly verifying: () => void;
}

export interface SignedIn {
  readonly user: { readonly id: string; readonly username: string; readonly displayName: string };
  readonly signals?: Signals;
  /** Of a sign-in: the passkey came from elsewhere, and this browser was not offered one of its own lately. */
  readonly offerPasskeyHere?: boolean;
}

export interface Registered extends SignedIn {
  readonly passkey: { readonly id: string; readonly name: string; readonly synced: boolean };
}

export interface Confirmed {
  readonly authTime: string | number;
  readonly expiresAt: string | number;
}

/** A new account, perhaps by invitation, the first administrator (with the link's token), or one more passkey (empty). */
export interface RegistrationRequest {
  readonly username?: string;
  readonly displayName?: string;
  readonly setUpToken?: string;
  readonly invitation?: string;
  readonly authenticatorSelection?: { readonly authenticatorAttachment: "platform" };
}

export const defaultTimeoutMs = 300_000;

/** Which kind of authenticator the person chose under "Other ways". */
export type PasskeyHint = "hybrid" | "security-key";

export interface SignInChoice {
  readonly hint?: PasskeyHint;
  /** Of an account that the browser knows; never what somebody typed. */
  readonly username?: string;
}

export function signIn(step: CeremonyStep, mode: GetMode, choice: SignInChoice): Promise<SignedIn> {
  return withFreshChallenge(() => assert(step, "authenticate", mode, choice));
}

/** Finishes what autofill began; a challenge that ran out in the meantime is replaced without a word. */
export async function finishAutofill(
  step: CeremonyStep,
  credential: AuthenticationResponseJSON,
): Promise<SignedIn> {
  try {
    step.verifying();
    return await complete<SignedIn>("authenticate", credential, step.signal);
  } catch (error) {
    if (!isStaleChallenge(error)) throw error;
    return assert(step, "authenticate", "modal");
  }
}

export function confirmIdentity(step: CeremonyStep): Promise<Confirmed> {
  return withFreshChallenge(() => assert(step, "step-up", "modal"));
}

export function register(step: CeremonyStep, request: RegistrationRequest): Promise<Registered> {
  return withFreshChallenge(async () => {
    const options = await callApi<PublicKeyCredentialCreationOptionsJSON>(
      "register/begin",
      request,
      step.signal,
    );
    await stopAutofill();
    step.prompted("create", options.timeout ?? defaultTimeoutMs);
    const credential = await createPasskey(options, step.signal);
    step.verifying();
    return complete<Registered>("register", credential, step.signal);
  });
}

/** Calls, and where the server wants a confirmation first, asks for it and calls again. */
export async function confirmed<T>(step: CeremonyStep, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isStepUpRequired(error)) throw error;
    await confirmIdentity(step);
    return call();
  }
}

export function isStepUpRequired(error: unknown): boolean {
  return error instanceof ApiFailure && error.code === "STEP_UP_REQUIRED";
}

async function assert<T>(
  step: CeremonyStep,
  endpoint: "authenticate" | "step-up",
  mode: GetMode,
  { hint, username }: SignInChoice = {},
): Promise<T> {
  const options = await callApi<PublicKeyCredentialRequestOptionsJSON>(
    `${endpoint}/begin`,
    username === undefined ? {} : { username },
    step.signal,
  );
  // A browser takes one request at a time: the autofill one must be gone before this one is made.
  await stopAutofill();
  step.prompted("get", options.timeout ?? defaultTimeoutMs);
  const credential = await getPasskey(hint ? { ...options, hints: [hint] } : options, mode, step.signal);
  step.verifying();
  return complete<T>(endpoint, credential, step.signal);
}

async function complete<T>(
  ceremony: "register" | "authenticate" | "step-up",
  credential: AuthenticationResponseJSON | RegistrationResponseJSON,
  signal: AbortSignal,
): Promise<T> {
  try {
    return await callApi<T>(`${ceremony}/complete`, { credential }, signal);
  } catch (error) {
    // Nobody waits for it: the refusal is what the person has to see.
    if (error instanceof ApiFailure && error.code !== "OFFLINE") void forgetUnknownPasskey(credential.id);
    throw error;
  }
}

/** WCAG 2.2.1: a challenge that expired while the person was busy is renewed once, silently. */
async function withFreshChallenge<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!isStaleChallenge(error)) throw error;
    return attempt();
  }
}

function isStaleChallenge(error: unknown): boolean {
  return (
    error instanceof ApiFailure && (error.code === "CHALLENGE_EXPIRED" || error.code === "INVALID_CHALLENGE")
  );
}
