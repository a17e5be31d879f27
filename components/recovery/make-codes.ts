/** Makes recovery codes, with the confirmation in front where the server asks for it. No React in here. */
import { callRoute } from "#components/passkey/call-api.ts";
import { type CeremonyStep, confirmed } from "#components/passkey/ceremonies.ts";

export interface MadeCodes {
  readonly codes: readonly string[];
}

export function makeRecoveryCodes(step: CeremonyStep): Promise<MadeCodes> {
  return confirmed(step, () =>
    callRoute<MadeCodes>({ method: "POST", path: "me/recovery-codes" }, step.signal),
  );
}
