import { describe, expect, it } from "vitest";
import { processWide } from "#lib/context/process-wide.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { testConfig } from "#lib/testing/test-database.ts";
import { checkPointsLeft, countFailure, takePoint } from "./rate-limit.ts";

const config = testConfig({ RATE_LIMIT_ENABLED: "true", RATE_LIMIT_REQUESTS: "3", RATE_LIMIT_WINDOW: "60" });

async function refusalOf(call: Promise<unknown>): Promise<DomainError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return error;
  throw new Error("was not refused");
}

describe("rate limits", () => {
  it("lets as many requests through as configured, then says how long to wait", async () => {
    const states = [];
    for (let call = 0; call < 3; call++) states.push(await takePoint(config, "request", "192.0.2.10"));
    expect(states.map((state) => state?.remaining)).toEqual([2, 1, 0]);
    const refusal = await refusalOf(takePoint(config, "request", "192.0.2.10"));
    expect(refusal.code).toBe("RATE_LIMIT_EXCEEDED");
    expect(refusal.retryAfterSeconds).toBeGreaterThan(0);
    expect(refusal.retryAfterSeconds).toBeLessThanOrEqual(60);
  });

  it("counts every address by itself", async () => {
    for (let call = 0; call < 3; call++) await takePoint(config, "request", "192.0.2.11");
    await expect(takePoint(config, "request", "192.0.2.12")).resolves.toMatchObject({ remaining: 2 });
  });

  it("counts an IPv6 /64 as one address, however it is written", async () => {
    await takePoint(config, "request", "2001:db8:0:7::1");
    await takePoint(config, "request", "2001:DB8::7:a:b:c:d");
    await takePoint(config, "request", "2001:0db8:0000:0007:ffff::2");
    expect((await refusalOf(takePoint(config, "request", "2001:db8:0:7::9"))).code).toBe(
      "RATE_LIMIT_EXCEEDED",
    );
    await expect(takePoint(config, "request", "2001:db8:0:8::1")).resolves.toMatchObject({ remaining: 2 });
  });

  it("refuses before the work once the failures are spent, and counts no success", async () => {
    const address = "192.0.2.13";
    await checkPointsLeft(config, "ceremony_failure", address);
    await checkPointsLeft(config, "ceremony_failure", address);
    await countFailure(config, "ceremony_failure", address);
    expect((await refusalOf(checkPointsLeft(config, "ceremony_failure", address))).code).toBe(
      "RATE_LIMIT_EXCEEDED",
    );
  });

  it("refuses also by a limiter that another copy of the library made, as both lanes share one", async () => {
    const consume = () => Promise.reject({ msBeforeNext: 1500, consumedPoints: 2, remainingPoints: 0 });
    processWide("rate-limit/sign_up", () => ({ points: 1, consume }));
    const refusal = await refusalOf(takePoint(config, "sign_up", "192.0.2.15"));
    expect(refusal).toMatchObject({ code: "RATE_LIMIT_EXCEEDED", retryAfterSeconds: 2 });
  });

  it("does nothing when it is switched off", async () => {
    const off = testConfig({ RATE_LIMIT_ENABLED: "false", RATE_LIMIT_REQUESTS: "1" });
    for (let call = 0; call < 5; call++)
      expect(await takePoint(off, "request", "192.0.2.14")).toBeUndefined();
  });
});
