/** Passkeys in the browser's autofill list (conditional mediation): armed while a page is idle. */
import { callApi } from "./call-api.ts";
import {
  type AuthenticationResponseJSON,
  getPasskey,
  type PublicKeyCredentialRequestOptionsJSON,
} from "./webauthn.ts";

/** A page has one pending request at most, so that is what this module remembers. */
let pending: { readonly controller: AbortController; readonly settled: Promise<void> } | undefined;

/** Ends the pending request and waits until the browser has let go of it. */
export async function stopAutofill(): Promise<void> {
  const current = pending;
  pending = undefined;
  current?.controller.abort();
  await current?.settled;
}

/** Offers passkeys in the field; `onPicked` gets what the person chose. Every failure is silent by design. */
export function armAutofill(onPicked: (credential: AuthenticationResponseJSON) => void): () => void {
  const controller = new AbortController();
  const before = stopAutofill();
  const settled = before
    .then(() => listen(controller.signal))
    .then((credential) => {
      if (credential && !controller.signal.aborted) onPicked(credential);
    });
  pending = { controller, settled };
  return () => controller.abort();
}

async function listen(signal: AbortSignal): Promise<AuthenticationResponseJSON | undefined> {
  while (!signal.aborted) {
    const renewal = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const options = await callApi<PublicKeyCredentialRequestOptionsJSON>("authenticate/begin", {}, signal);
      // Renewed before the server forgets the challenge, so that a page may stay open for hours.
      timer = setTimeout(() => renewal.abort(), (options.timeout ?? 300_000) * 0.8);
      return await getPasskey(options, "conditional", AbortSignal.any([signal, renewal.signal]));
    } catch {
      if (!renewal.signal.aborted) return undefined;
    } finally {
      clearTimeout(timer);
    }
  }
  return undefined;
}
