/** Tells the browser which passkeys the account still has, so that password managers drop dead ones. */
import { callRoute } from "./call-api.ts";

/** What the server says about the account after a ceremony: always the complete list. */
export interface Signals {
  readonly rpId: string;
  readonly userId: string;
  readonly allAcceptedCredentialIds: readonly string[];
  readonly name: string;
  readonly displayName: string;
}

/** WebAuthn Level 3 section 5.1.10; absent in Firefox, whatever the DOM library says. */
type SignalApi = Partial<
  Pick<
    typeof PublicKeyCredential,
    "signalAllAcceptedCredentials" | "signalCurrentUserDetails" | "signalUnknownCredential"
  >
>;

/** Longest that a page waits for the signals before it goes on. */
const patienceMs = 500;

/** Never fails and never holds the person up: a signal is a courtesy. */
export async function sendSignals(signals: Signals | undefined): Promise<void> {
  const api: SignalApi | undefined = window.PublicKeyCredential;
  if (!signals || !api) return;
  const { rpId, userId, name, displayName } = signals;
  const allAcceptedCredentialIds = [...signals.allAcceptedCredentialIds];
  const sent = Promise.allSettled([
    attempt(() => api.signalAllAcceptedCredentials?.({ rpId, userId, allAcceptedCredentialIds })),
    attempt(() => api.signalCurrentUserDetails?.({ rpId, userId, name, displayName })),
  ]);
  await Promise.race([sent, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}

/**
 * After a refusal: has the browser forget the passkey if no account has it, such as one of an account that was deleted,
 * or one that was just made and not taken. The refusal itself does not say so, as strangers get it too.
 */
export async function forgetUnknownPasskey(credentialId: string): Promise<void> {
  const api: SignalApi | undefined = window.PublicKeyCredential;
  if (!api?.signalUnknownCredential) return;
  try {
    const call = { method: "POST", path: "webauthn/unknown-credential", body: { credentialId } } as const;
    const { unknown, rpId } = await callRoute<{ unknown: boolean; rpId: string }>(call);
    if (unknown) await api.signalUnknownCredential({ rpId, credentialId });
  } catch {
    // Whoever cannot be asked, or does not listen, need not know.
  }
}

async function attempt(signal: () => Promise<void> | undefined): Promise<void> {
  await signal();
}
