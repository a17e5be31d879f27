import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { processWide } from "#lib/context/process-wide.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { checkPointsLeft, countFailure, takePoint } from "./rate-limit.ts";

const limits = { RATE_LIMIT_ENABLED: "true", RATE_LIMIT_REQUESTS: "3", RATE_LIMIT_WINDOW: "60" };

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase(limits);
});
afterAll(() => t.close());

const from = (ip: string) => t.context({ ip });

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
    for (let call = 0; call < 3; call++) states.push(await takePoint(from("192.0.2.10"), "request"));
    expect(states.map((state) => state?.remaining)).toEqual([2, 1, 0]);
    const refusal = await refusalOf(takePoint(from("192.0.2.10"), "request"));
    expect(refusal.code).toBe("RATE_LIMIT_EXCEEDED");
    expect(refusal.retryAfterSeconds).toBeGreaterThan(0);
    expect(refusal.retryAfterSeconds).toBeLessThanOrEqual(60);
  });

  it("counts every address by itself", async () => {
    for (let call = 0; call < 3; call++) await takePoint(from("192.0.2.11"), "request");
    await expect(takePoint(from("192.0.2.12"), "request")).resolves.toMatchObject({ remaining: 2 });
  });

  it("counts an IPv6 /64 as one address, however it is written", async () => {
    await takePoint(from("2001:db8:0:7::1"), "request");
    await takePoint(from("2001:DB8::7:a:b:c:d"), "request");
    await takePoint(from("2001:0db8:0000:0007:ffff::2"), "request");
    expect((await refusalOf(takePoint(from("2001:db8:0:7::9"), "request"))).code).toBe("RATE_LIMIT_EXCEEDED");
    await expect(takePoint(from("2001:db8:0:8::1"), "request")).resolves.toMatchObject({ remaining: 2 });
  });

  it("refuses before the work once the failures are spent, and counts no success", async () => {
    const address = "192.0.2.13";
    await checkPointsLeft(from(address), "ceremony_failure");
    await checkPointsLeft(from(address), "ceremony_failure");
    await countFailure(from(address), "ceremony_failure");
    expect((await refusalOf(checkPointsLeft(from(address), "ceremony_failure"))).code).toBe(
      "RATE_LIMIT_EXCEEDED",
    );
  });

  it("writes to the trail who ran into a limit, once in a window", async () => {
    const eventsOf = (ip: string) =>
      t.sql`select reason, outcome from audit_events where action = 'rate_limit.exceeded' and ip = ${ip}`;
    for (let call = 0; call < 3; call++) await takePoint(from("192.0.2.20"), "request");
    expect(await eventsOf("192.0.2.20")).toHaveLength(0);
    for (let call = 0; call < 5; call++) await refusalOf(takePoint(from("192.0.2.20"), "request"));
    expect(await eventsOf("192.0.2.20")).toMatchObject([{ reason: "request", outcome: "failure" }]);

    for (let call = 0; call < 4; call++) await countFailure(from("192.0.2.21"), "ceremony_failure");
    expect(await eventsOf("192.0.2.21")).toMatchObject([{ reason: "ceremony_failure" }]);
  });

  it("refuses also by a limiter that another copy of the library made, as both lanes share one", async () => {
    const consume = () => Promise.reject({ msBeforeNext: 1500, consumedPoints: 2, remainingPoints: 0 });
    processWide("rate-limit/sign_up", () => ({ points: 1, consume }));
    const refusal = await refusalOf(takePoint(from("192.0.2.15"), "sign_up"));
    expect(refusal).toMatchObject({ code: "RATE_LIMIT_EXCEEDED", retryAfterSeconds: 2 });
  });

  it("does nothing when it is switched off", async () => {
    const off = {
      ...from("192.0.2.14"),
      ...t.runtime({ RATE_LIMIT_ENABLED: "false", RATE_LIMIT_REQUESTS: "1" }),
    };
    for (let call = 0; call < 5; call++) expect(await takePoint(off, "request")).toBeUndefined();
  });
});
