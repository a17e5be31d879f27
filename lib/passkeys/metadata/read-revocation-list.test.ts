import { describe, expect, it } from "vitest";
import { signatureAlgorithm, signStructure } from "#lib/testing/authenticator/certificate.ts";
import { integer, sequence, time } from "#lib/testing/authenticator/der.ts";
import {
  buildRevocationList,
  makeMetadataAuthority,
  toPem,
} from "#lib/testing/metadata/metadata-authority.ts";
import { readCertificate } from "../attestation/read-certificate.ts";
import { isSignedBy, readRevocationList, serialNumberOf } from "./read-revocation-list.ts";

const { intermediate, leaf } = makeMetadataAuthority();
const issuer = readCertificate(intermediate.der);
const serial = serialNumberOf(readCertificate(leaf.der));
const list = buildRevocationList(intermediate, { revoked: [leaf], thisUpdate: new Date("2026-05-01") });

describe("reading a revocation list", () => {
  it("takes DER and PEM alike", () => {
    for (const file of [list, Buffer.from(`text before\n${toPem(list, "X509 CRL")}`)]) {
      const read = readRevocationList(file);
      expect([...read.revoked]).toEqual([[serial, new Date("2026-05-01")]]);
      expect(isSignedBy(read, issuer)).toBe(true);
    }
  });

  it("finds the revoked also where the list says nothing of a next one", () => {
    const { keyPair, name } = intermediate;
    const then = time(new Date("2026-05-01"));
    const body = sequence(
      integer(1),
      signatureAlgorithm(keyPair.algorithm),
      name,
      then,
      sequence(sequence(integer(leaf.serialNumber), then)),
    );
    const read = readRevocationList(signStructure(body, keyPair));
    expect([...read.revoked.keys()]).toEqual([serial]);
    expect(isSignedBy(read, issuer)).toBe(true);
  });

  it("reads an empty one", () => {
    expect(readRevocationList(buildRevocationList(intermediate, { revoked: [] })).revoked.size).toBe(0);
  });

  it("notices a change in what was signed", () => {
    const forged = buildRevocationList(intermediate, { revoked: [], signer: leaf.keyPair });
    expect(isSignedBy(readRevocationList(forged), issuer)).toBe(false);
  });

  it.each([
    ["nothing", ""],
    ["text", "hello"],
    ["half a list", list.subarray(0, 60)],
    ["a certificate", leaf.der],
  ])("refuses %s", (_, file) => {
    expect(() => readRevocationList(typeof file === "string" ? Buffer.from(file) : file)).toThrow();
  });
});
