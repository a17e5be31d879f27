/** Which reading holds for a ceremony, where FIDO's conformance rules and WebAuthn Level 3 disagree. */
import type { Config } from "#lib/config/load-config.ts";
import type { Strictness } from "./attestation/statement.ts";

/** FIDO's in the conformance interface whatever the operator chose; for people, what the operator chose. */
export function strictnessOf(
  { webauthnRules }: Pick<Config, "webauthnRules">,
  { conformance }: { readonly conformance?: true | undefined },
): Strictness {
  return conformance ? "fido" : webauthnRules;
}
