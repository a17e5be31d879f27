import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { decodeProtectedHeader } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import * as schema from "#drizzle/schema/index.ts";
import { signingKeys } from "#drizzle/schema/signing-keys.ts";
import type { Context, Runtime } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { openPool } from "#lib/db/client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { advanceSigningKeys } from "./advance-signing-keys.ts";
import { ensureSigningKeys } from "./ensure-signing-keys.ts";
import { keyTimes } from "./key-times.ts";
import { listPublicJwks } from "./list-public-jwks.ts";
import { listSigningKeys } from "./list-signing-keys.ts";
import { revokeSigningKey } from "./revoke-signing-key.ts";
import { rotateSigningKeys } from "./rotate-signing-keys.ts";
import { signJwt } from "./sign-jwt.ts";
import { verifyOwnJwt } from "./verify-own-jwt.ts";

let t: TestDatabase;
let runtime: Runtime;
let operator: Context;
/** The keys are made at the start, by the clock on the wall. */
let start: number;

beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  runtime = otherInstance();
  start = Date.now();
  await ensureSigningKeys(runtime);
  operator = at(1000);
});
afterEach(async () => {
  await t.db.delete(signingKeys);
});
afterAll(() => t.close());

const otherInstance = (): Runtime => ({ ...t.runtime(), db: drizzle(t.sql, { schema }) });
const at = (afterMs: number, overrides: Partial<Context> = {}): Context =>
  t.context({
    ...runtime,
    now: new Date(start + afterMs),
    actor: { type: "operator" },
    requestId: newId<string>(),
    ...overrides,
  });
const times = keyTimes({ signingKeyRotationDays: 90 });
const states = async (algorithm = "ES256") =>
  (await listSigningKeys(operator)).filter((key) => key.algorithm === algorithm).map(({ state }) => state);
const sign = (instance: Runtime = runtime) => signJwt(instance, { sub: "x" }, { alg: "ES256" });
const kidOf = (token: string) => decodeProtectedHeader(token).kid ?? "";
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.code as string,
  );

describe("who may change signing keys", () => {
  it("is operators, and administrators who have just confirmed", async () => {
    const { actor } = await buildUser(t.db, { role: "admin" }, operator.now);
    const admin = { ...actor, amr: ["hwk", "user", "mfa"] };
    const refused: [Context["actor"], string][] = [
      [{ type: "anonymous" }, "FORBIDDEN"],
      [{ ...admin, role: "user" }, "FORBIDDEN"],
      [{ ...admin, role: "helpdesk" }, "FORBIDDEN"],
      [{ type: "system", name: "job" }, "FORBIDDEN"],
      [{ ...admin, authTime: new Date(start - 601_000) }, "STEP_UP_REQUIRED"],
    ];
    for (const [as, code] of refused) {
      const ctx = at(1000, { actor: as });
      expect(await codeOf(rotateSigningKeys(ctx, {}))).toBe(code);
      expect(await codeOf(revokeSigningKey(ctx, { kid: "x" }))).toBe(code);
      if (code === "FORBIDDEN") expect(await codeOf(listSigningKeys(ctx))).toBe(code);
      const traces = await t.db.select().from(auditEvents).where(eq(auditEvents.requestId, ctx.requestId));
      expect(traces.map(({ action, outcome }) => `${action} ${outcome}`).sort()).toEqual([
        "signing_key.revoked failure",
        "signing_key.rotation_requested failure",
      ]);
    }
    expect(await states()).toEqual(["active"]);
    const keys = await rotateSigningKeys(at(1000, { actor: admin }), { algorithm: "ES256" });
    expect(keys.filter(({ algorithm }) => algorithm === "ES256")).toHaveLength(2);
  });
});

describe("the schedule", () => {
  it("publishes a successor of every key, which signs nothing yet", async () => {
    expect(await advanceSigningKeys(at(30_000))).toBe(3);
    expect(await states()).toEqual(["active", "next"]);
    const jwks = await listPublicJwks(runtime);
    expect(jwks.map(({ alg }) => alg)).toEqual(["RS256", "ES256", "EdDSA", "RS256", "ES256", "EdDSA"]);
    const [active, next] = (await listSigningKeys(operator)).filter((key) => key.algorithm === "ES256");
    expect(kidOf(await sign())).toBe(active?.kid);
    expect(next?.signsFrom?.getTime()).toBe(start + 30_000 + times.publishBeforeMs);
    expect(await advanceSigningKeys(at(30_000))).toBe(0);
  });

  it("lets it take over after the days of SIGNING_KEY_ROTATION_DAYS, and keeps the old one published", async () => {
    await advanceSigningKeys(at(30_000));
    const before = await sign();
    expect(await advanceSigningKeys(at(times.rotateAfterMs - 1000))).toBe(0);
    await advanceSigningKeys(at(times.rotateAfterMs + 1000));
    expect(await states()).toEqual(["retiring", "active", "next"]);
    const after = await sign();
    expect(kidOf(after)).not.toBe(kidOf(before));
    const kids = (await listPublicJwks(runtime)).map(({ kid }) => kid);
    expect(kids).toEqual(expect.arrayContaining([kidOf(before), kidOf(after)]));
  });

  it("retires the old one when its tokens have expired, destroys its private half, and still knows its hints", async () => {
    await advanceSigningKeys(at(30_000));
    const token = await sign();
    await advanceSigningKeys(at(times.rotateAfterMs + 1000));
    await advanceSigningKeys(at(times.rotateAfterMs + 1000 + times.keepAfterMs));
    expect(await states()).toEqual(["retired", "active", "next"]);
    const [row] = await t.db
      .select()
      .from(signingKeys)
      .where(eq(signingKeys.kid, kidOf(token)));
    expect(row?.privateJwk).toBeNull();
    expect((await listPublicJwks(runtime)).map(({ kid }) => kid)).not.toContain(kidOf(token));
    expect(await verifyOwnJwt(runtime, token, { typ: "JWT" })).toEqual({ sub: "x" });
  });

  it("takes each step once, however many instances are at it", async () => {
    const instances = Array.from({ length: 6 }, () => ({ ...at(30_000), db: drizzle(t.sql, { schema }) }));
    const taken = await Promise.all(instances.map(advanceSigningKeys));
    expect(taken.reduce((sum, count) => sum + count)).toBe(3);
    const rotated = instances.map((ctx) => ({ ...ctx, now: new Date(start + times.rotateAfterMs + 1000) }));
    await Promise.all(rotated.map(advanceSigningKeys));
    expect(await states()).toEqual(["retiring", "active", "next"]);
  });

  it("publishes the key of an algorithm that came with an update, and signs with it only later", async () => {
    await t.db.delete(signingKeys).where(eq(signingKeys.algorithm, "ES256"));
    const updated = otherInstance();
    start = Date.now();
    await ensureSigningKeys(updated);
    expect(await states()).toEqual(["next"]);
    expect(await codeOf(sign(updated))).toBe("SERVICE_UNAVAILABLE");
    await advanceSigningKeys({ ...at(times.publishBeforeMs + 1000), db: updated.db });
    expect(kidOf(await sign(updated))).not.toBe("");
  });

  it("writes every step into the trail", async () => {
    await advanceSigningKeys(at(30_000));
    await advanceSigningKeys(at(times.rotateAfterMs + 60_000, { requestId: "schedule-2" }));
    const events = await t.db.select().from(auditEvents).where(eq(auditEvents.requestId, "schedule-2"));
    expect(new Set(events.map(({ action }) => action))).toEqual(
      new Set(["signing_key.activated", "signing_key.created"]),
    );
  });
});

describe("a rotation on demand", () => {
  it("happens at once where the successor has been published long enough, for one algorithm or all", async () => {
    await advanceSigningKeys(operator);
    const later = at(1000 + times.publishBeforeMs);
    await rotateSigningKeys(later, { algorithm: "ES256" });
    expect(await states("ES256")).toEqual(["retiring", "active", "next"]);
    expect(await states("RS256")).toEqual(["active", "next"]);
    await rotateSigningKeys(later, {});
    expect(await states("RS256")).toEqual(["retiring", "active", "next"]);
  });

  it("is kept until the successor may sign, and then needs nobody to ask again", async () => {
    const keys = await rotateSigningKeys(operator, { algorithm: "ES256" });
    const [active, next] = keys.filter((key) => key.algorithm === "ES256");
    expect(active?.rotationRequestedAt).toEqual(operator.now);
    const ready = times.publishBeforeMs + 1000;
    expect(next?.signsFrom?.getTime()).toBe(start + ready);
    expect(await advanceSigningKeys(at(ready - 1))).toBe(0);
    await advanceSigningKeys(at(ready));
    expect(await states()).toEqual(["retiring", "active", "next"]);
    // Once asked, once rotated.
    expect(await advanceSigningKeys(at(ready + times.publishBeforeMs))).toBe(0);
  });
});

describe("a revoked key", () => {
  it("is published no more, and nothing that it signed is recognised; its successor signs at once", async () => {
    await advanceSigningKeys(operator);
    const token = await sign();
    await revokeSigningKey(operator, { kid: kidOf(token) });
    expect((await states()).sort()).toEqual(["active", "next", "retired"]);
    expect((await listPublicJwks(runtime)).map(({ kid }) => kid)).not.toContain(kidOf(token));
    expect(await verifyOwnJwt(runtime, token, { typ: "JWT" })).toBeUndefined();
    expect(kidOf(await sign())).not.toBe(kidOf(token));
  });

  it("has a successor also where none was published yet", async () => {
    const kid = kidOf(await sign());
    await revokeSigningKey(operator, { kid });
    expect((await states()).sort()).toEqual(["active", "next", "retired"]);
  });

  it("may be one that waits, that retires, or that is retired; twice changes nothing; unknown is NOT_FOUND", async () => {
    await advanceSigningKeys(operator);
    const next = (await listSigningKeys(operator)).find((key) => key.algorithm === "ES256" && key.signsFrom);
    const first = await sign();
    await revokeSigningKey(operator, { kid: next?.kid ?? "" });
    expect((await states()).sort()).toEqual(["active", "next", "retired"]);
    await advanceSigningKeys(at(times.rotateAfterMs + 1_000_000));
    await revokeSigningKey(operator, { kid: kidOf(first) });
    expect(await verifyOwnJwt(runtime, first, { typ: "JWT" })).toBeUndefined();
    const keys = await listSigningKeys(operator);
    expect(await revokeSigningKey(at(5000), { kid: kidOf(first) })).toEqual(keys);
    expect(await codeOf(revokeSigningKey(operator, { kid: "unknown" }))).toBe("NOT_FOUND");
  });
});

describe("an instance that cannot reach the database", () => {
  it("signs and publishes from memory for a while, and then not at all", async () => {
    let isAway = false;
    const db = new Proxy(drizzle(t.sql, { schema }), {
      get: (target, name, receiver) => {
        if (isAway && name === "select") throw new Error("the database is away");
        return Reflect.get(target, name, receiver);
      },
    });
    const cutOff: Runtime = { ...t.runtime(), db };
    await ensureSigningKeys(cutOff, { ...times, refreshAfterMs: 50, staleAfterMs: 400 });
    isAway = true;
    await new Promise((resolve) => setTimeout(resolve, 120));
    await sign(cutOff);
    await listPublicJwks(cutOff);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await expect(sign(cutOff)).rejects.toThrow("the database is away");
    await expect(listPublicJwks(cutOff)).rejects.toThrow("the database is away");
    isAway = false;
    await sign(cutOff);
  });

  it("gives up waiting when all connections are held by who waits, so that none waits for ever", async () => {
    const address = { ...inject("testServer"), database: t.sql.options.database };
    const options = { maxConnections: 2, statementTimeoutMs: 15_000, applicationName: "latchkey-test" };
    const pool = openPool(address, options);
    const small: Runtime = { ...t.runtime(), db: pool.db };
    await ensureSigningKeys(small, { ...times, refreshAfterMs: 10, staleAfterMs: 50, readWithinMs: 200 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const inTransaction = () => small.db.transaction(() => sign(small));
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => codeOf(inTransaction())));
    expect(outcomes).toContain("SERVICE_UNAVAILABLE");
    await sign(small);
    await pool.close();
  });
});
