/** Renaming and removing a passkey, with the confirmation in front where the server asks for it. No React in here. */
import { callRoute } from "./call-api.ts";
import { type CeremonyStep, confirmed } from "./ceremonies.ts";
import type { Signals } from "./signals.ts";

export interface Renamed {
  readonly passkey: { readonly id: string; readonly name: string };
  readonly signals: Signals;
}

export interface Removed {
  /** This browser's session hung on the passkey and has ended with it. */
  readonly signedOut: boolean;
  readonly signals: Signals;
}

export function renamePasskey(step: CeremonyStep, id: string, name: string): Promise<Renamed> {
  return confirmed(step, () =>
    callRoute<Renamed>({ method: "PATCH", path: `me/passkeys/${id}`, body: { name } }, step.signal),
  );
}

export function removePasskey(step: CeremonyStep, id: string): Promise<Removed> {
  return confirmed(step, () =>
    callRoute<Removed>({ method: "DELETE", path: `me/passkeys/${id}` }, step.signal),
  );
}
