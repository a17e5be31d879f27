/**
 * An attestation that verified at its registration → what its trust depends on. Its signature is not looked at again: the
 * client data that it covers is not kept, so whoever keeps the object must keep it from being altered.
 */
import { noModel, uuidOf } from "./aaguid.ts";
import { decisiveOf, formats } from "./formats.ts";
import { type FormattedStatement, readAttestationObject } from "./read-attestation-object.ts";
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
  const { format: name, statement } = decisiveOf(object.statements, isCertified);
  const format = formats.get(name);
  const { attested } = readAuthenticatorData(object.authenticatorData);
  const algorithm = attested?.coseKey.get(3);
  if (!format?.certified || !attested || typeof algorithm !== "number")
    throw new Error("the attestation has no certificates");
  const { type, coversAaguid, pathOf } = format.certified;
  return {
    format: name,
    aaguid: coversAaguid ? uuidOf(attested.aaguid) : noModel,
    attestationType: type,
    algorithm,
    path: pathOf(statement),
    rootInPath: format.rootInPath,
  };
}

function isCertified({ format, statement }: FormattedStatement): boolean {
  try {
    return (formats.get(format)?.certified?.pathOf(statement) ?? []).length > 0;
  } catch {
    return false;
  }
}
