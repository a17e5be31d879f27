/** The trust in a kept attestation by the metadata of now: the same question as at its registration. */
import { checkTrustPath } from "../attestation/check-trust-path.ts";
import type { KeptAttestation } from "../attestation/read-kept-attestation.ts";
import { checkModelStatement } from "./check-model-statement.ts";
import type { Metadata } from "./metadata.ts";
import { findModel } from "./trust-anchors.ts";

export interface JudgementTimes {
  /** When the certificates had to be valid: many live for days, the passkeys that they vouched for live on. */
  readonly registeredAt: Date;
  readonly now: Date;
}

/**
 * Never refuses: a broken path, or a maker's statement that contradicts it, is only no ground for trust. An anchor
 * counts that was in its time then or is now, as makers renew their roots under the same key.
 */
export function judgeAttestation(
  kept: KeptAttestation,
  metadata: Metadata | undefined,
  { registeredAt, now }: JudgementTimes,
): "trusted" | "unverified" {
  const { path, format, attestationType, algorithm, rootInPath } = kept;
  const model = metadata && findModelOf(kept, metadata);
  if (!model) return "unverified";
  try {
    const trustPath = path.map(({ der }) => der);
    checkModelStatement(model, { format, attestationType, algorithm, trustPath }, "webauthn");
    const trusted = checkTrustPath({
      path,
      anchors: model.attestationRoots,
      now: registeredAt,
      anchorsAt: [registeredAt, now],
      strictness: "webauthn",
      rootInPath,
    });
    return trusted ? "trusted" : "unverified";
  } catch {
    return "unverified";
  }
}

/** By the AAGUID where the statement vouches for it, else by the keys of the certificates. */
export function findModelOf({ aaguid, path }: KeptAttestation, metadata: Metadata) {
  return findModel(
    metadata,
    aaguid,
    path.map(({ keyIdentifier }) => keyIdentifier),
  );
}
