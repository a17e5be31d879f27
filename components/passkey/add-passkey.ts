/** One more passkey for whoever is signed in, with the confirmation in front where the server asks for it. */
import {
  type CeremonyStep,
  confirmIdentity,
  isStepUpRequired,
  type Registered,
  register,
} from "./ceremonies.ts";

export async function addPasskey(step: CeremonyStep): Promise<Registered> {
  try {
    return await register(step, {});
  } catch (error) {
    if (!isStepUpRequired(error)) throw error;
    await confirmIdentity(step);
    return register(step, {});
  }
}
