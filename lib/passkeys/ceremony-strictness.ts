/** Which reading holds for a ceremony, where FIDO's conformance rules and WebAuthn Level 3 disagree. */
import type { Strictness } from "./attestation/statement.ts";

export function strictnessOf({ conformance }: { readonly conformance?: true | undefined }): Strictness {
  return conformance ? "fido" : "webauthn";
}
