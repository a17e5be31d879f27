import { describe, expect, it } from "vitest";
import { type BlobFault, blobFaults, buildMetadataBlob } from "#lib/testing/metadata/build-metadata-blob.ts";
import { buildRevocationList, makeMetadataAuthority } from "#lib/testing/metadata/metadata-authority.ts";
import { metadataEntry } from "#lib/testing/metadata/metadata-entry.ts";
import { testNow } from "#lib/testing/test-database.ts";
import { readCertificate } from "../attestation/read-certificate.ts";
import { readRevocationList } from "./read-revocation-list.ts";
import type { MetadataProblem } from "./schema.ts";
import { type BlobVerification, type MetadataTrust, verifyBlob } from "./verify-blob.ts";

const authority = makeMetadataAuthority("ES256");
const { root, intermediate, leaf } = authority;
const entries = [metadataEntry({ aaguid: "C5703116-972B-4851-A3E7-AE1259843399", roots: [root.der] })];
const trust: MetadataTrust = {
  roots: [readCertificate(root.der)],
  signer: "mds.fidoalliance.org",
  revocationLists: [],
};
const verification: BlobVerification = { trust, at: testNow, asOfThen: false };
const sound = buildMetadataBlob({ authority, entries, no: 7, nextUpdate: "2026-07-01" });

const listed = (parts: Parameters<typeof buildRevocationList>, at = verification): BlobVerification => ({
  ...at,
  trust: { ...trust, revocationLists: [readRevocationList(buildRevocationList(...parts))] },
});

async function problemOf(
  blob: string,
  by: BlobVerification = verification,
): Promise<MetadataProblem | "none"> {
  try {
    await verifyBlob(blob, by);
    return "none";
  } catch (error) {
    return (error as { problem: MetadataProblem }).problem;
  }
}

describe("a metadata BLOB", () => {
  it.each(["ES256", "RS256"] as const)("is read when it proves itself with %s", async (algorithm) => {
    const other = makeMetadataAuthority(algorithm);
    const blob = buildMetadataBlob({ authority: other, entries, no: 7, nextUpdate: "2026-07-01" });
    const by = { ...verification, trust: { ...trust, roots: [readCertificate(other.root.der)] } };
    expect(await verifyBlob(blob, by)).toMatchObject({
      no: 7,
      nextUpdate: "2026-07-01",
      entries: [{ aaguid: "c5703116-972b-4851-a3e7-ae1259843399" }],
    });
  });

  it("may hold members that nobody knows, numbers of 64 bits among them", async () => {
    const statement = { authenticatorGetInfo: { vendorPrototypeConfigCommands: [18446744073709551615n] } };
    const odd = [metadataEntry({ aaguid: "c5703116-972b-4851-a3e7-ae1259843399", roots: [], statement })];
    expect(await problemOf(buildMetadataBlob({ authority, entries: odd }))).toBe("none");
  });

  const expected: Partial<Record<BlobFault, MetadataProblem>> = {
    "signature-corrupt": "signature",
    "signature-foreign": "signature",
    "signature-missing": "signature",
    "payload-altered": "signature",
    "payload-not-json": "payload",
    "payload-not-object": "payload",
    "entries-missing": "payload",
    "entries-not-array": "payload",
    "number-missing": "payload",
    "next-update-missing": "payload",
    "next-update-no-date": "payload",
    "alg-none": "signature",
    "alg-other": "signature",
    "alg-hmac": "signature",
    "x5c-missing": "certificates",
    "x5c-empty": "certificates",
    "two-parts": "not_a_jwt",
    "four-parts": "not_a_jwt",
  };

  // A path that carries its root is a path all the same.
  it.each(blobFaults.filter((fault) => fault !== "chain-with-root"))("is refused with %s", async (fault) => {
    const problem = await problemOf(buildMetadataBlob({ authority, entries, fault }));
    expect(problem).not.toBe("none");
    if (expected[fault]) expect(problem).toBe(expected[fault]);
  });

  it.each(["", "x", "a.b.c", "{}", "e30.e30.e30"])(
    "is refused when it is no JWT at all: '%s'",
    async (text) => {
      expect(["not_a_jwt", "certificates"]).toContain(await problemOf(text));
    },
  );

  it("is refused under another root", async () => {
    const roots = [readCertificate(makeMetadataAuthority().root.der)];
    expect(await problemOf(sound, { ...verification, trust: { ...trust, roots } })).toBe("chain");
  });

  it("is refused before and after the time of its certificates", async () => {
    expect(await problemOf(sound, { ...verification, at: new Date("1999-01-01") })).toBe("chain");
    expect(await problemOf(sound, { ...verification, at: new Date("2199-01-01") })).toBe("chain");
  });

  it("is refused when the signer carries another name than the one that is demanded", async () => {
    const signer = "mds.example.org";
    expect(await problemOf(sound, { ...verification, trust: { ...trust, signer } })).toBe("signer");
  });
});

describe("a revocation list", () => {
  it("ends the trust in a signer or in its authority", async () => {
    expect(await problemOf(sound, listed([intermediate, { revoked: [leaf] }]))).toBe("revoked");
    expect(await problemOf(sound, listed([root, { revoked: [intermediate] }]))).toBe("revoked");
  });

  it("says nothing about others", async () => {
    const other = makeMetadataAuthority();
    expect(await problemOf(sound, listed([intermediate, { revoked: [other.leaf] }]))).toBe("none");
  });

  it("must be signed by its issuer", async () => {
    const other = makeMetadataAuthority();
    const signer = other.leaf.keyPair;
    // The same name with another key is somebody else.
    expect(await problemOf(sound, listed([other.intermediate, { revoked: [] }]))).toBe("revocation_list");
    expect(await problemOf(sound, listed([intermediate, { revoked: [], signer }]))).toBe("revocation_list");
  });

  it("spares what was accepted before the revocation, and nothing that was accepted after it", async () => {
    const then = { ...verification, asOfThen: true };
    const before = new Date(testNow.getTime() - 1000);
    const after = new Date(testNow.getTime() + 1000);
    expect(await problemOf(sound, listed([intermediate, { revoked: [leaf], thisUpdate: after }], then))).toBe(
      "none",
    );
    expect(
      await problemOf(sound, listed([intermediate, { revoked: [leaf], thisUpdate: before }], then)),
    ).toBe("revoked");
  });
});
