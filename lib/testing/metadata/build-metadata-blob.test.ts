/** Holds the BLOB builder against jose and OpenSSL. */
import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compactVerify, decodeProtectedHeader } from "jose";
import { describe, expect, it } from "vitest";
import { buildMetadataBlob } from "./build-metadata-blob.ts";
import { buildRevocationList, makeMetadataAuthority, toPem } from "./metadata-authority.ts";
import { metadataEntry } from "./metadata-entry.ts";

const aaguid = "c5703116-972b-4851-a3e7-ae1259843399";

describe("metadata BLOBs for tests", () => {
  it.each(["ES256", "RS256"] as const)("verify with jose and chain to their root: %s", async (algorithm) => {
    const authority = makeMetadataAuthority(algorithm);
    const entries = [metadataEntry({ aaguid, roots: [authority.root.der] })];
    const blob = buildMetadataBlob({ authority, entries, no: 7, nextUpdate: "2027-01-01" });
    const { x5c = [] } = decodeProtectedHeader(blob);
    const chain = x5c.map((text) => new X509Certificate(Buffer.from(text, "base64")));
    const [leaf, intermediate] = chain;
    if (!leaf || !intermediate) throw new Error("the chain is too short");
    expect(leaf.verify(intermediate.publicKey)).toBe(true);
    expect(intermediate.verify(new X509Certificate(authority.rootPem).publicKey)).toBe(true);
    const { payload } = await compactVerify(blob, leaf.publicKey);
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({
      no: 7,
      nextUpdate: "2027-01-01",
      entries: [{ aaguid, metadataStatement: { description: "Example Authenticator" } }],
    });
  });

  it.each(["signature-corrupt", "signature-foreign", "payload-altered", "x5c-of-other-certificate"] as const)(
    "do not verify with %s",
    async (fault) => {
      const blob = buildMetadataBlob({ authority: makeMetadataAuthority(), entries: [], fault });
      const [leaf = ""] = decodeProtectedHeader(blob).x5c ?? [];
      const { publicKey } = new X509Certificate(Buffer.from(leaf, "base64"));
      await expect(compactVerify(blob, publicKey)).rejects.toThrow();
    },
  );

  it("carry integers of 64 bits", () => {
    const statement = { authenticatorGetInfo: { vendorPrototypeConfigCommands: [18446744073709551615n] } };
    const entries = [metadataEntry({ aaguid, roots: [], statement })];
    const blob = buildMetadataBlob({ authority: makeMetadataAuthority(), entries });
    const payload = Buffer.from(blob.split(".")[1] ?? "", "base64url").toString();
    expect(payload).toContain('"vendorPrototypeConfigCommands":[18446744073709551615]');
  });
});

describe("revocation lists for tests", () => {
  const openssl = (...args: string[]) => {
    try {
      return execFileSync("openssl", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    } catch (error) {
      const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
      return `${stdout}${stderr}`;
    }
  };

  const hasOpenssl = /^OpenSSL/.test(openssl("version"));
  it.skipIf(!hasOpenssl)("say to OpenSSL that a certificate is revoked, and that others are not", () => {
    const folder = mkdtempSync(join(tmpdir(), "latchkey-crl-"));
    const { root, intermediate, leaf } = makeMetadataAuthority();
    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const anchors = write("root.pem", toPem(root.der, "CERTIFICATE"));
    const between = write("intermediate.pem", toPem(intermediate.der, "CERTIFICATE"));
    const end = write("leaf.pem", toPem(leaf.der, "CERTIFICATE"));
    const check = (revokedLeaf: boolean, revokedIntermediate: boolean) => {
      const lists = [
        buildRevocationList(intermediate, { revoked: revokedLeaf ? [leaf] : [] }),
        buildRevocationList(root, { revoked: revokedIntermediate ? [intermediate] : [] }),
      ];
      const file = write("lists.pem", lists.map((list) => toPem(list, "X509 CRL")).join(""));
      const asked = ["-CAfile", anchors, "-untrusted", between, "-CRLfile", file, "-crl_check_all", end];
      return openssl("verify", "-attime", "1780315200", ...asked);
    };
    expect(check(false, false)).toMatch(/: OK/);
    expect(check(true, false)).toMatch(/certificate revoked/);
    expect(check(false, true)).toMatch(/certificate revoked/);
    rmSync(folder, { recursive: true });
  });
});
