/** What the metadata has to say about a registration that verified. */
import type { Locale } from "#lib/i18n/locales.ts";
import { noModel } from "../attestation/aaguid.ts";
import { readCertificate } from "../attestation/read-certificate.ts";
import type { Strictness } from "../attestation/statement.ts";
import type { VerifiedRegistration } from "../attestation/verify-registration-values.ts";
import { checkModelStatement } from "./check-model-statement.ts";
import { checkModelStatus } from "./check-model-status.ts";
import type { Metadata, ModelFacts } from "./metadata.ts";
import { findModel } from "./trust-anchors.ts";

/** @throws DomainError INVALID_ATTESTATION, ATTESTATION_NOT_ALLOWED */
export function checkModel(
  metadata: Metadata,
  verified: VerifiedRegistration,
  question: { readonly now: Date; readonly strictness: Strictness; readonly locale: Locale },
): void {
  const model = modelOf(metadata, verified);
  checkModelStatement(model, verified, question.strictness);
  checkModelStatus(model, { ...question, trustPath: verified.trustPath });
}

/** Where certificates do not vouch for the AAGUID (U2F), their keys say which model it is. */
function modelOf(
  metadata: Metadata,
  { aaguid, aaguidAttested, trustPath }: VerifiedRegistration,
): ModelFacts | undefined {
  const claimed = aaguidAttested || trustPath.length === 0 ? aaguid : noModel;
  return findModel(
    metadata,
    claimed,
    claimed === noModel ? trustPath.map((der) => readCertificate(der).keyIdentifier) : [],
  );
}
