/**
 * An attestation that verified at its registration → what its trust depends on. Its signature is not looked at again: the
 * client data that it covers is not kept, so whoever keeps the object must keep it from being altered.
 */
import { noModel, uuidOf } from "./aaguid.ts";
import { formats } from "./formats.ts";
import { readAttestationObject } from "./read-attestation-object.ts";
import { readAuthenticatorData } from "./read-authenticator-data.ts";
import type { Certificate } from "./read-certificate.ts";
import type { AttestationType } from "./statement.ts";

export interface KeptAttestation {
  readonly format: string;
  /** All zero where the statement does not vouch for it. */
  readonly aaguid: string;
  readonly attestationType: AttestationType;
  /** COSE identifier of the passkey's own key. */
  readonly algorithm: number;
  /** Leaf first, at least one. */
  readonly path: readonly Certificate[];
  readonly rootInPath: boolean;
}

/** @throws Error for what is no attestation object, or one without certificates */
export function readKeptAttestation(bytes: Uint8Array): KeptAttestation {
  const object = readAttestationObject(bytes);
  const format = formats.get(object.format);
  const { attested } = readAuthenticatorData(object.authenticatorData);
  const algorithm = attested?.coseKey.get(3);
  if (!format?.certified || !attested || typeof algorithm !== "number")
    throw new Error("the attestation has no certificates");
  const { type, coversAaguid, pathOf } = format.certified;
  return {
    format: object.format,
    aaguid: coversAaguid ? uuidOf(attested.aaguid) : noModel,
    attestationType: type,
    algorithm,
    path: pathOf(object.statement),
    rootInPath: format.rootInPath,
  };
}
