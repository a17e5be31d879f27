/** Models that are known to be broken get in neither with a new passkey nor with an old one. */
import type { Locale } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translator.ts";
import { type CeremonyEvidence, refuse } from "../ceremony-refusal.ts";
import type { ModelFacts } from "./metadata.ts";

/** Metadata Service 3.0 section 3.1.4: after these, nothing that the authenticator says can be relied on. */
const refusedStatuses: ReadonlySet<string> = new Set([
  "REVOKED",
  "USER_VERIFICATION_BYPASS",
  "ATTESTATION_KEY_COMPROMISE",
  "USER_KEY_REMOTE_COMPROMISE",
  "USER_KEY_PHYSICAL_COMPROMISE",
]);

export interface StatusQuestion {
  readonly now: Date;
  /** DER, leaf first; empty where it is not known (any more). */
  readonly trustPath: readonly Uint8Array[];
}

/** The status that speaks against the model, or undefined. A later update does not heal what is in the field. */
export function refusedStatusOf(facts: ModelFacts, { now, trustPath }: StatusQuestion): string | undefined {
  return facts.statusReports.find(({ status, effectiveDate, certificate }) => {
    if (!refusedStatuses.has(status)) return false;
    if (effectiveDate && Date.parse(effectiveDate) > now.getTime()) return false;
    // A report about one attestation key is about the authenticators that attest with it.
    if (status !== "ATTESTATION_KEY_COMPROMISE" || !certificate) return true;
    const named = Buffer.from(certificate, "base64");
    return trustPath.some((der) => named.equals(der));
  })?.status;
}

/** @throws DomainError ATTESTATION_NOT_ALLOWED */
export function checkModelStatus(
  facts: ModelFacts | undefined,
  question: StatusQuestion & { readonly locale: Locale },
  evidence: CeremonyEvidence = {},
): void {
  if (!facts || refusedStatusOf(facts, question) === undefined) return;
  const t = translator(question.locale);
  throw refuse("ATTESTATION_NOT_ALLOWED", "model_compromised", {
    ...evidence,
    message:
      facts.name === undefined
        ? t("policy.brokenUnnamedModel")
        : t("policy.brokenModel", { name: facts.name }),
  });
}
