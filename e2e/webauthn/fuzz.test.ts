/** A short run of the fuzzer, in both lanes; `npm run fuzz -- webauthn` is the long one. */
import { expect, inject, it } from "vitest";
import { fuzzWebauthn } from "../fuzz/webauthn.ts";

it("refuses 2,000 altered responses, and never ends in a 5xx", async () => {
  const { tally } = await fuzzWebauthn({ baseUrl: inject("baseUrl"), count: 2000, seed: 20_260_601 });
  expect(tally.violations.slice(0, 5)).toEqual([]);
  expect(tally.total).toBe(2000);
}, 120_000);
