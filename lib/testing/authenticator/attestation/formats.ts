/** The attestation formats by the names that tests ask for them with. */
import { androidKey } from "./android-key.ts";
import { androidSafetynet } from "./android-safetynet.ts";
import { apple } from "./apple.ts";
import { fidoU2f } from "./fido-u2f.ts";
import { none } from "./none.ts";
import { packed, packedSelf } from "./packed.ts";
import { tpm } from "./tpm.ts";

export const formats = {
  none,
  "packed-self": packedSelf,
  packed,
  tpm,
  "android-key": androidKey,
  "android-safetynet": androidSafetynet,
  "fido-u2f": fidoU2f,
  apple,
} as const;

export type AttestationKind = keyof typeof formats;

/** Every fault that some format knows. */
export type AttestationFault = (typeof formats)[AttestationKind]["faults"][number];

/** The faults of one format, for tests that try all of them. */
export function faultsOf(kind: AttestationKind): readonly AttestationFault[] {
  return formats[kind].faults;
}
