import { describe, expect, it } from "vitest";
import { testConfig } from "#lib/testing/test-database.ts";
import { checkKnownMaker } from "./check-known-maker.ts";

const withMetadata = testConfig({ MDS_BLOB: "/srv/blob.jwt", MDS_ROOT: "/srv/root.pem" });

describe("checkKnownMaker", () => {
  it.each(["none", "self", "trusted"] as const)("accepts attestation that is %s", (attestationTrust) => {
    expect(() => checkKnownMaker(withMetadata, { attestationTrust })).not.toThrow();
  });

  it("refuses certificates that end in no anchor of the metadata", () => {
    expect(() => checkKnownMaker(withMetadata, { attestationTrust: "unverified" })).toThrow(
      expect.objectContaining({ code: "INVALID_ATTESTATION" }),
    );
  });

  it("accepts them where there is no metadata to know anybody by", () => {
    expect(() => checkKnownMaker(testConfig(), { attestationTrust: "unverified" })).not.toThrow();
  });
});
