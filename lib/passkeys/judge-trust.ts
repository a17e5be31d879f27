/** Whether the trust that a passkey was given still holds, asked at each use: metadata and roots come and go. */
import type { CredentialRow } from "#drizzle/schema/credentials.ts";
import type { Context } from "#lib/context/context.ts";
import { isJudgedBy, judgementTag, openAttestation } from "#lib/credentials/keep-attestation.ts";
import { type CredentialWithOwner, findAttestationObject } from "#lib/credentials/store.ts";
import { noModel } from "./attestation/aaguid.ts";
import { type KeptAttestation, readKeptAttestation } from "./attestation/read-kept-attestation.ts";
import { judgeAttestation } from "./metadata/judge-attestation.ts";
import type { Metadata } from "./metadata/metadata.ts";
import type { VerifiedAssertion } from "./verify-assertion.ts";

export interface JudgedAssertion extends VerifiedAssertion {
  /** Read only where the metadata says something about certificates of the model. */
  readonly kept: KeptAttestation | undefined;
  /** What was found anew; to be written with the use. */
  readonly judgement: Pick<CredentialRow, "attestationTrust" | "attestationJudgedBy"> | undefined;
}

/**
 * The assertion with the trust of now. Costs one HMAC where the passkey was registered with certificates and nothing
 * changed, and nothing where it was not. A row that does not prove its trust has the trust that the kept attestation
 * has; without one it has none, so nobody who writes to the database can raise it.
 */
export async function judgeTrust(
  ctx: Context,
  metadata: Metadata | undefined,
  assertion: VerifiedAssertion,
): Promise<JudgedAssertion> {
  const { credential } = assertion;
  const asItWas = { ...assertion, kept: undefined, judgement: undefined };
  if (credential.attestationTrust === "none" || credential.attestationTrust === "self") return asItWas;
  const stands = isJudgedBy(ctx, credential, metadata?.digest);
  if (stands && !saysOfCertificates(metadata, credential.aaguid)) return asItWas;
  const kept = await readKept(ctx, credential);
  if (stands && kept) return { ...asItWas, kept };
  const times = { registeredAt: credential.createdAt, now: ctx.now };
  const attestationTrust = kept ? judgeAttestation(kept, metadata, times) : "unverified";
  const judged = { ...credential, attestationTrust } as const;
  const attestationJudgedBy = judgementTag(ctx, judged, metadata?.digest);
  return { ...assertion, credential: judged, kept, judgement: { attestationTrust, attestationJudgedBy } };
}

/** Whether a report about the model names a certificate, or the model can only be told by its certificates. */
function saysOfCertificates(metadata: Metadata | undefined, aaguid: string): boolean {
  if (!metadata) return false;
  if (aaguid === noModel) return metadata.byKeyIdentifier.size > 0;
  return metadata.byAaguid.get(aaguid)?.statusReports.some(({ certificate }) => certificate) ?? false;
}

/** Undefined where there is none, or where row and attestation do not belong together, which is worth a loud log line. */
async function readKept(ctx: Context, credential: CredentialWithOwner): Promise<KeptAttestation | undefined> {
  const sealed = await findAttestationObject(ctx.db, credential.id);
  if (!sealed) return undefined;
  try {
    const kept = readKeptAttestation(openAttestation(ctx, credential, sealed));
    if (kept.format !== credential.attestationFormat || kept.aaguid !== credential.aaguid)
      throw new Error("the row names another format or model than its attestation");
    return kept;
  } catch (error) {
    const { id: credentialId, userId } = credential;
    ctx.log.error(
      { err: error, requestId: ctx.requestId, subjectUserId: userId, credentialId },
      "a kept attestation cannot be believed",
    );
    return undefined;
  }
}
