/** Format `android-key`: Android's key attestation for the credential itself (WebAuthn Level 3 section 8.4). */
import { constantTimeEqual } from "#lib/crypto/hash.ts";
import { extensionIds } from "./certificate-extensions.ts";
import { checkCredentialCertificate } from "./check-credential-certificate.ts";
import type { Certificate } from "./read-certificate.ts";
import {
  type DerNode,
  derChildren,
  derTag,
  expectUniversal,
  isContext,
  readDer,
  smallInteger,
} from "./read-der.ts";
import {
  bytesMember,
  certificatesMember,
  type StatementInput,
  signedBytes,
  type VerifiedStatement,
} from "./statement.ts";
import { verifyStatementSignature } from "./verify-signature.ts";

/** Context tags of an AuthorizationList, and the values that WebAuthn asks for. */
const tags = { purpose: 1, allApplications: 600, origin: 702 } as const;
const purposeSign = 2;
const purposeVerify = 3;
const harmlessPurposes: ReadonlySet<number | undefined> = new Set([purposeSign, purposeVerify]);
const originGenerated = 0;

/** @throws Error naming what is wrong */
export function verifyAndroidKey(input: StatementInput): VerifiedStatement {
  const { statement, credentialKey, clientDataHash } = input;
  const signature = bytesMember(statement, "sig");
  const trustPath = certificatesMember(statement);
  const [leaf] = trustPath;
  if (!verifyStatementSignature(statement.get("alg"), leaf.publicKey, signedBytes(input), signature))
    throw new Error("sig does not verify");
  checkCredentialCertificate(leaf, credentialKey);
  const { challenge, lists } = readKeyDescription(leaf);
  if (!constantTimeEqual(challenge, clientDataHash))
    throw new Error("attestationChallenge is not the client data's digest");
  for (const list of lists) checkAuthorizationList(list);
  if (input.strictness === "fido" && !lists.some(saysWhatItIsFor))
    throw new Error("no list says where the key was made, and for what");
  return { type: "basic", trustPath, coversAaguid: true };
}

/** KeyDescription of Android's key attestation: the challenge is its fifth member, the lists are the last two. */
function readKeyDescription(leaf: Certificate): { challenge: Uint8Array; lists: readonly DerNode[] } {
  const extension = leaf.extensions.get(extensionIds.androidKeyDescription);
  if (!extension) throw new Error("the certificate carries no key description");
  const members = derChildren(expectUniversal(readDer(extension.value), derTag.sequence));
  return {
    challenge: expectUniversal(members[4], derTag.octetString).content,
    lists: [members[6], members[7]].map((list) => expectUniversal(list, derTag.sequence)),
  };
}

/**
 * Both lists count, software's and hardware's: which of them is enough is a matter of trust, not of form. What a list
 * says must be right; Level 3's own vector has lists that say nothing.
 */
function checkAuthorizationList(list: DerNode): void {
  for (const entry of derChildren(list)) {
    if (isContext(entry, tags.allApplications)) throw new Error("the key is not bound to one relying party");
    const [value] = derChildren(entry);
    if (isContext(entry, tags.origin) && smallInteger(value) !== originGenerated)
      throw new Error("the key was not made in the keystore");
    if (!isContext(entry, tags.purpose)) continue;
    const purposes = derChildren(expectUniversal(value, derTag.set)).map(smallInteger);
    // Verifying is what anybody may do with the public half.
    if (!purposes.includes(purposeSign) || purposes.some((purpose) => !harmlessPurposes.has(purpose)))
      throw new Error("the key is not for signing alone");
  }
}

function saysWhatItIsFor(list: DerNode): boolean {
  const entries = derChildren(list);
  return [tags.purpose, tags.origin].every((tag) => entries.some((entry) => isContext(entry, tag)));
}
