/** Kept attestations under metadata of another day. */
import { describe, expect, it } from "vitest";
import {
  type CertificateTemplate,
  type Certificate as Issued,
  issueCertificate,
} from "#lib/testing/authenticator/certificate.ts";
import { makeKeyPair } from "#lib/testing/authenticator/key-pair.ts";
import { metadataEntry } from "#lib/testing/metadata/metadata-entry.ts";
import { readCertificate } from "../attestation/read-certificate.ts";
import type { KeptAttestation } from "../attestation/read-kept-attestation.ts";
import { judgeAttestation } from "./judge-attestation.ts";
import { indexMetadata } from "./metadata.ts";
import { blobPayloadSchema } from "./schema.ts";

const aaguid = "c5703116-972b-4851-a3e7-ae1259843399";
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const rootKey = makeKeyPair(-7);
const rootTemplate: CertificateTemplate = {
  subject: [["CN", "Example Root"]],
  basicConstraints: { ca: true },
  keyUsage: ["keyCertSign"],
};
const issueRoot = (from: string, to: string, keyPair = rootKey) =>
  issueCertificate({ ...rootTemplate, notBefore: day(from), notAfter: day(to) }, keyPair);
const root = issueRoot("2020-01-01", "2028-01-01");
const leaf = issueCertificate(
  {
    subject: [["CN", "Example Leaf"]],
    basicConstraints: { ca: false },
    notBefore: day("2026-01-01"),
    notAfter: day("2026-01-05"),
  },
  makeKeyPair(-7),
  root,
);
const times = { registeredAt: day("2026-01-02"), now: day("2029-01-01") };

const kept = (path: readonly Issued[], more: Partial<KeptAttestation> = {}): KeptAttestation => ({
  format: "packed",
  aaguid,
  attestationType: "basic",
  algorithm: -7,
  path: path.map(({ der }) => readCertificate(der)),
  rootInPath: false,
  ...more,
});

function judge(anchors: readonly Issued[], attestation = kept([leaf]), at = times) {
  const entry = metadataEntry({ aaguid, roots: anchors.map(({ der }) => der) });
  const payload = blobPayloadSchema.parse({ no: 1, nextUpdate: "2026-07-01", entries: [entry] });
  return judgeAttestation(attestation, indexMetadata(payload, new Uint8Array(32)), at);
}

describe("a kept attestation is trusted", () => {
  it("as long as an anchor vouches for it, though leaf and anchor have expired since", () => {
    expect(judge([root])).toBe("trusted");
  });

  it("by an anchor that was renewed under the same key after it", () => {
    expect(judge([issueRoot("2028-01-01", "2036-01-01")])).toBe("trusted");
  });
});

describe("a kept attestation is not trusted", () => {
  it.each<[string, () => string]>([
    ["without metadata", () => judgeAttestation(kept([leaf]), undefined, times)],
    [
      "by metadata of other models",
      () => judge([root], kept([leaf], { aaguid: "00112233-4455-6677-8899-aabbccddeeff" })),
    ],
    ["without an anchor", () => judge([])],
    [
      "by an anchor of that name with another key",
      () => judge([issueRoot("2020-01-01", "2036-01-01", makeKeyPair(-7))]),
    ],
    [
      "when its leaf had expired at the registration",
      () => judge([root], kept([leaf]), { ...times, registeredAt: day("2026-02-01") }),
    ],
    [
      "by an anchor that was over before it and is over now",
      () => judge([issueRoot("2020-01-01", "2025-01-01")]),
    ],
    [
      "when its maker attests in another way",
      () => judge([root], kept([leaf], { attestationType: "attca" })),
    ],
    ["when its maker has no such keys", () => judge([root], kept([leaf], { algorithm: -257 }))],
  ])("%s", (_, judged) => {
    expect(judged()).toBe("unverified");
  });
});
