/** The authenticators that the cases need, each with a model and a manufacturer that the metadata knows. */
import {
  type AttestationAuthority,
  makeAuthority,
} from "#lib/testing/authenticator/attestation/authority.ts";
import type { AttestationKind } from "#lib/testing/authenticator/attestation/formats.ts";
import { issueCertificate } from "#lib/testing/authenticator/certificate.ts";
import { makeKeyPair } from "#lib/testing/authenticator/key-pair.ts";
import type { AuthenticatorOptions } from "#lib/testing/authenticator/software-authenticator.ts";

export interface Maker {
  readonly aaguid: string;
  readonly authority: AttestationAuthority;
}

let models = 0;

export function makeMaker(authority = makeAuthority()): Maker {
  models += 1;
  return { aaguid: `f1d0f1d0-0000-4000-8000-${String(models).padStart(12, "0")}`, authority };
}

const optional = { basicConstraints: { ca: true, critical: false } };

export const makers = {
  packed: makeMaker(makeAuthority(optional)),
  criticalRoot: makeMaker(makeAuthority({ basicConstraints: { ca: true, critical: true } })),
  largeNumbers: makeMaker(),
  tpm: makeMaker(),
  androidKey: makeMaker(),
  safetyNet: makeMaker(),
  /** U2F keys have no AAGUID; the metadata knows them by the keys of their certificates. */
  u2f: { aaguid: "00000000-0000-0000-0000-000000000000", authority: makeAuthority() },
  /** By the status that the metadata reports of them. */
  compromised: {
    REVOKED: makeMaker(),
    USER_VERIFICATION_BYPASS: makeMaker(),
    ATTESTATION_KEY_COMPROMISE: makeMaker(),
    USER_KEY_REMOTE_COMPROMISE: makeMaker(),
    USER_KEY_PHYSICAL_COMPROMISE: makeMaker(),
  },
  /** Known to the metadata for self attestation alone. */
  selfOnly: makeMaker(),
} as const;

export function madeBy(
  { aaguid, authority }: Maker,
  attestation: AttestationKind,
): { readonly authenticator: Partial<AuthenticatorOptions> } {
  return { authenticator: { aaguid, authority, attestation } };
}

/** A manufacturer whose metadata names the certificate of a batch, and no authority above it. */
export const batch = {
  ...makeMaker(),
  leaf: issueCertificate(
    {
      subject: [
        ["C", "ES"],
        ["O", "Example Authenticators"],
        ["OU", "Authenticator Attestation"],
        ["CN", "Example Batch 1"],
      ],
      basicConstraints: { ca: false },
    },
    makeKeyPair(-7),
  ),
} as const;
