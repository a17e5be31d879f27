import { describe, expect, it } from "vitest";
import { attestationFormats } from "#lib/passkeys/policy/schema.ts";
import { inUnits } from "./durations.ts";
import { policyForm, settingsForm } from "./policy-form.ts";

const yubiKey = "ee882879-721c-4913-9775-3dfcce97072a";
const other = "cb69481e-8ff7-4039-93ec-0a2729a154a8";
const sent = { formats: [...attestationFormats], models: "any", products: [], others: "" };

describe("the form of a policy", () => {
  it("asks nothing where nothing is asked", () => {
    expect(policyForm.parse(sent)).toEqual({});
    // Ticked while every model may be used, they say nothing.
    expect(policyForm.parse({ ...sent, products: [yubiKey], others: other })).toEqual({});
  });

  it("takes products of several models, and further models line by line", () => {
    const listed = {
      ...sent,
      products: [`${yubiKey},${other}`],
      others: "ADCE0002-35BC-C60A-648B-0B25F1F05503\n",
    };
    const all = [yubiKey, other, "adce0002-35bc-c60a-648b-0b25f1f05503"];
    expect(policyForm.parse({ ...listed, models: "only" })).toEqual({ allowAaguids: all });
    expect(policyForm.parse({ ...listed, models: "except" })).toEqual({ denyAaguids: all });
  });

  it("keeps only some kinds of proof, and what is ticked", () => {
    expect(
      policyForm.parse({ ...sent, formats: ["packed"], trustedOnly: "on", requireUserVerification: "on" }),
    ).toEqual({ formats: ["packed"], trustedOnly: true, requireUserVerification: true });
  });

  it("refuses what is no model, and a list of none", () => {
    expect(policyForm.safeParse({ ...sent, models: "only", others: "YubiKey" }).success).toBe(false);
    expect(policyForm.safeParse({ ...sent, models: "only" }).success).toBe(false);
  });
});

describe("the form of settings", () => {
  it("reads durations, and leaves alone what was not sent", () => {
    const { version, values } = settingsForm.parse({
      version: '"x"',
      idleAmount: "1.5",
      idleUnit: "hours",
      counterPolicy: "refuse",
    });
    expect(version).toBe('"x"');
    expect(values).toMatchObject({ sessionIdleTimeoutSeconds: 5400, counterPolicy: "refuse" });
    expect(values.sessionMaxLifetimeSeconds).toBeUndefined();
    expect(settingsForm.safeParse({ version: "x", idleAmount: "0", idleUnit: "hours" }).success).toBe(false);
    expect(settingsForm.safeParse({ version: "x", idleAmount: "x", idleUnit: "hours" }).success).toBe(false);
  });

  it("says every duration in the largest unit that fits", () => {
    expect(inUnits(3600)).toEqual({ amount: 1, unit: "hours" });
    expect(inUnits(30 * 86_400)).toEqual({ amount: 30, unit: "days" });
    expect(inUnits(5400)).toEqual({ amount: 90, unit: "minutes" });
    expect(inUnits(90)).toEqual({ amount: 1.5, unit: "minutes" });
  });
});
