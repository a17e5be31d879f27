/** Tells the browser which passkeys the account still has, so that password managers drop dead ones. */

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
  Pick<typeof PublicKeyCredential, "signalAllAcceptedCredentials" | "signalCurrentUserDetails">
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

async function attempt(signal: () => Promise<void> | undefined): Promise<void> {
  await signal();
}
