/** A metadata BLOB is a signed JWT: who signed it is proved by its certificates, from values alone. */
import { compactVerify, decodeProtectedHeader } from "jose";
import { checkTrustPath } from "../attestation/check-trust-path.ts";
import { type Certificate, readCertificate } from "../attestation/read-certificate.ts";
import { MetadataRefusal } from "./metadata-refusal.ts";
import { isSignedBy, type RevocationList, serialNumberOf } from "./read-revocation-list.ts";
import { type BlobPayload, blobPayloadSchema } from "./schema.ts";

/** By what a BLOB is judged: the operator's files. */
export interface MetadataTrust {
  readonly roots: readonly Certificate[];
  /** DNS name that the signing certificate must carry. */
  readonly signer: string | undefined;
  readonly revocationLists: readonly RevocationList[];
}

export interface BlobVerification {
  readonly trust: MetadataTrust;
  /** When the certificates must be valid. */
  readonly at: Date;
  /** A certificate that was revoked after `at` still counts: for a BLOB that was accepted earlier. */
  readonly asOfThen: boolean;
}

const algorithms = ["RS256", "ES256"];
const mostCertificates = 6;

/**
 * Metadata Service 3.0 section 3.2, steps 4 to 6, without its fetching: certificates come in the header (`x5c`), never
 * from an address that the BLOB names, and revocation lists come from files.
 * @throws MetadataRefusal
 */
export async function verifyBlob(
  jwt: string,
  { trust, at, asOfThen }: BlobVerification,
): Promise<BlobPayload> {
  const [leaf, ...rest] = readHeaderCertificates(jwt);
  const path = [leaf, ...rest];
  checkChain(path, trust, at);
  if (trust.signer !== undefined && leaf.x509.checkHost(trust.signer, { subject: "never" }) === undefined)
    throw new MetadataRefusal("signer");
  checkRevocation(path, trust, asOfThen ? at : undefined);
  const payload = await verifySignature(jwt, leaf);
  try {
    return blobPayloadSchema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload)));
  } catch (cause) {
    throw new MetadataRefusal("payload", cause);
  }
}

function readHeaderCertificates(jwt: string): readonly [Certificate, ...Certificate[]] {
  let x5c: unknown;
  try {
    x5c = decodeProtectedHeader(jwt).x5c;
  } catch (cause) {
    throw new MetadataRefusal("not_a_jwt", cause);
  }
  try {
    if (!Array.isArray(x5c) || x5c.length > mostCertificates) throw new Error("x5c is no list");
    const [leaf, ...rest] = x5c.map((item) => readCertificate(Buffer.from(String(item), "base64")));
    if (!leaf) throw new Error("x5c is empty");
    return [leaf, ...rest];
  } catch (cause) {
    throw new MetadataRefusal("certificates", cause);
  }
}

function checkChain(path: readonly Certificate[], { roots }: MetadataTrust, now: Date): void {
  const anchors = roots.map(({ der }) => der);
  let trusted: boolean;
  try {
    trusted = checkTrustPath({ path, anchors, now, strictness: "webauthn", rootInPath: true });
  } catch (cause) {
    throw new MetadataRefusal("chain", cause);
  }
  if (!trusted) throw new MetadataRefusal("chain", new Error("the chain ends in no known root"));
}

/** A list says something about the certificates of its issuer; a list that its issuer did not sign is no list. */
function checkRevocation(path: readonly Certificate[], trust: MetadataTrust, asOf: Date | undefined): void {
  for (const list of trust.revocationLists) {
    const issuers = [...path, ...trust.roots].filter(({ subject }) => same(subject, list.issuer));
    if (issuers.length === 0) continue;
    if (!issuers.some((issuer) => isSignedBy(list, issuer))) throw new MetadataRefusal("revocation_list");
    for (const certificate of path) {
      if (!same(certificate.issuer, list.issuer)) continue;
      const revokedAt = list.revoked.get(serialNumberOf(certificate));
      if (revokedAt && (asOf === undefined || revokedAt.getTime() <= asOf.getTime()))
        throw new MetadataRefusal("revoked");
    }
  }
}

async function verifySignature(jwt: string, { publicKey }: Certificate): Promise<Uint8Array> {
  try {
    const { payload } = await compactVerify(jwt, publicKey, { algorithms });
    return payload;
  } catch (cause) {
    throw new MetadataRefusal("signature", cause);
  }
}

function same(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
