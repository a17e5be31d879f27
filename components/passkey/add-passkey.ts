/** One more passkey for whoever is signed in, with the confirmation in front where the server asks for it. */
import {
  type CeremonyStep,
  confirmed,
  type Registered,
  type RegistrationRequest,
  register,
} from "./ceremonies.ts";

export function addPasskey(
  step: CeremonyStep,
  wishes: Pick<RegistrationRequest, "authenticatorSelection"> = {},
): Promise<Registered> {
  return confirmed(step, () => register(step, wishes));
}
