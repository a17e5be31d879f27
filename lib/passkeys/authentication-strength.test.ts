import { describe, expect, it } from "vitest";
import { strengthOf } from "./authentication-strength.ts";

const bound = { deviceType: "single_device", attestationTrust: "trusted" } as const;

describe("how strongly a passkey proves the person", () => {
  it("is phrh for a verified one that trusted attestation proves to be bound to its hardware", () => {
    expect(strengthOf(bound, true)).toEqual({ acr: "phrh", amr: ["hwk", "user", "mfa"] });
  });

  it.each([
    [{ ...bound, attestationTrust: "none" }, "hwk"],
    [{ ...bound, attestationTrust: "self" }, "hwk"],
    [{ ...bound, attestationTrust: "unverified" }, "hwk"],
    [{ ...bound, deviceType: "multi_device" }, "swk"],
  ] as const)("is phr for %j", (passkey, key) => {
    expect(strengthOf(passkey, true)).toEqual({ acr: "phr", amr: [key, "user", "mfa"] });
  });

  it("is less where nobody was verified, whatever the attestation", () => {
    expect(strengthOf(bound, false)).toEqual({ acr: "urn:latchkey:recovery", amr: ["hwk", "user"] });
  });
});
