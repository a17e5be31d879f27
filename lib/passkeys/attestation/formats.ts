/** The attestation formats (WebAuthn Level 3 section 8), by the names that attestation objects give them. */
import type { CborMap } from "./read-cbor.ts";
import type { Certificate } from "./read-certificate.ts";
import {
  type AttestationType,
  certificatesMember,
  type StatementInput,
  type VerifiedStatement,
} from "./statement.ts";
import { verifyAndroidKey } from "./verify-android-key.ts";
import { certificatesOfSafetyNet, verifyAndroidSafetyNet } from "./verify-android-safetynet.ts";
import { verifyApple } from "./verify-apple.ts";
import { verifyFidoU2f } from "./verify-fido-u2f.ts";
import { verifyNone } from "./verify-none.ts";
import { verifyPacked } from "./verify-packed.ts";
import { verifyTpm } from "./verify-tpm.ts";

export interface Format {
  readonly verify: (input: StatementInput) => VerifiedStatement;
  /** Whether chains of this format carry their root in the field. */
  readonly rootInPath: boolean;
  /** Statements with certificates; absent where the format has none. */
  readonly certified?: {
    readonly type: AttestationType;
    readonly coversAaguid: boolean;
    /** Leaf first. Throws for a statement without certificates. */
    readonly pathOf: (statement: CborMap) => readonly Certificate[];
  };
}

const certified = (type: AttestationType, coversAaguid = true) => ({
  type,
  coversAaguid,
  pathOf: certificatesMember,
});

export const formats: ReadonlyMap<string, Format> = new Map([
  ["none", { verify: verifyNone, rootInPath: false }],
  ["packed", { verify: verifyPacked, rootInPath: false, certified: certified("basic") }],
  // The statement signs neither flags nor AAGUID (section 8.6).
  ["fido-u2f", { verify: verifyFidoU2f, rootInPath: false, certified: certified("basic", false) }],
  ["tpm", { verify: verifyTpm, rootInPath: false, certified: certified("attca") }],
  ["android-key", { verify: verifyAndroidKey, rootInPath: true, certified: certified("basic") }],
  [
    "android-safetynet",
    {
      verify: verifyAndroidSafetyNet,
      rootInPath: true,
      certified: { ...certified("basic"), pathOf: certificatesOfSafetyNet },
    },
  ],
  ["apple", { verify: verifyApple, rootInPath: true, certified: certified("anonca") }],
]);

/**
 * Of several statements about one passkey, which must all verify, the one that its record speaks of: the first that names
 * who made it, else the first.
 */
export function decisiveOf<T>(statements: readonly T[], isCertified: (statement: T) => boolean): T {
  const decisive = statements.find(isCertified) ?? statements[0];
  if (!decisive) throw new Error("there is no statement");
  return decisive;
}
