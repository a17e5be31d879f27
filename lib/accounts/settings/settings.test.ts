import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { settings } from "#drizzle/schema/settings.ts";
import { versionTag } from "#lib/context/check-unchanged.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { getRuntime, setRuntime } from "#lib/context/runtime.ts";
import { noticeChangedSettings } from "#lib/jobs/refresh-settings.ts";
import { layOver, parseStored } from "#lib/settings/run-time/lay-over.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testConfig, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { getSettings } from "./get-settings.ts";
import { updateSettings } from "./update-settings.ts";

let t: TestDatabase;
let admin: Context;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.db.delete(settings);
  // SIGN_UP is said by the environment of the tests.
  setRuntime(t.runtime());
  admin = await acting("admin");
});

async function acting(role: UserActor["role"], values: Partial<Context> = {}): Promise<Context> {
  const { actor } = await buildUser(t.db, { role });
  return t.context({ actor: { ...actor, amr: ["mfa"] }, ...values });
}

describe("settings", () => {
  it("tell where each value comes from", async () => {
    await updateSettings(admin, { counterPolicy: "refuse" });
    const { settings: now } = await getSettings(admin);
    expect(now.signUp).toEqual({
      value: "open",
      source: "environment",
      variable: "SIGN_UP",
      default: "open",
    });
    expect(now.counterPolicy).toMatchObject({ value: "refuse", source: "changed", default: "warn" });
    expect(now.userVerification).toMatchObject({ value: "required", source: "default" });
  });

  it("hold at once where they are changed, and on other instances when these look", async () => {
    const other = getRuntime();
    await updateSettings(admin, { sessionIdleTimeoutSeconds: 600 });
    expect(getRuntime().config.sessionIdleTimeoutSeconds).toBe(600);
    setRuntime(other);
    expect(await noticeChangedSettings(other)).toBe(1);
    expect(getRuntime().config.sessionIdleTimeoutSeconds).toBe(600);
    expect(await noticeChangedSettings(other)).toBe(0);
    await updateSettings(admin, { sessionIdleTimeoutSeconds: null });
    expect(getRuntime().config.sessionIdleTimeoutSeconds).toBe(3600);
    expect((await getSettings(admin)).settings.sessionIdleTimeoutSeconds.source).toBe("default");
  });

  it("never come before the environment", async () => {
    await expect(updateSettings(admin, { signUp: "closed" })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
      fields: [{ path: "signUp", message: "is set by SIGN_UP in the environment" }],
    });
    // Written while the variable was not set yet.
    await t.db.insert(settings).values({ name: "run_time", value: { signUp: "closed" }, updatedAt: testNow });
    await noticeChangedSettings(getRuntime());
    expect(getRuntime().config.signUp).toBe("open");
    expect((await getSettings(admin)).settings.signUp.value).toBe("open");
  });

  it("refuse what makes no sense, by name, and change nothing", async () => {
    for (const change of [
      { sessionIdleTimeoutSeconds: 10 },
      { sessionIdleTimeoutSeconds: 1.5 },
      { sessionMaxLifetimeSeconds: 600 },
      { counterPolicy: "perhaps" },
      { rpName: "Mine" },
    ])
      await expect(updateSettings(admin, change as never), JSON.stringify(change)).rejects.toMatchObject({
        code: "VALIDATION_ERROR",
      });
    expect((await getSettings(admin)).updatedAt).toEqual(new Date(0));
  });

  it("are changed by who saw them as they are", async () => {
    const seen = versionTag((await getSettings(admin)).updatedAt);
    const { updatedAt } = await updateSettings({ ...admin, ifMatch: seen }, { counterPolicy: "refuse" });
    await expect(
      updateSettings({ ...admin, ifMatch: seen }, { counterPolicy: "warn" }),
    ).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    const next = await updateSettings(
      { ...admin, ifMatch: versionTag(updatedAt) },
      { attestation: "direct" },
    );
    expect(next.updatedAt.getTime()).toBeGreaterThan(updatedAt.getTime());
    expect(next.settings).toMatchObject({
      counterPolicy: { value: "refuse" },
      attestation: { value: "direct" },
    });
  });

  it("let one of many win who change the same version", async () => {
    const ifMatch = versionTag((await getSettings(admin)).updatedAt);
    const rounds = await Promise.allSettled(
      [600, 700, 800, 900].map((sessionIdleTimeoutSeconds) =>
        updateSettings({ ...admin, ifMatch }, { sessionIdleTimeoutSeconds }),
      ),
    );
    expect(rounds.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("leave in the trail what was before and after, and nothing where nothing changed", async () => {
    await updateSettings(admin, { attestation: "direct" });
    await updateSettings(admin, { attestation: "direct" });
    const rows = (await t.db.select().from(auditEvents)).filter(
      ({ action, outcome, actorId }) =>
        action === "settings.changed" &&
        outcome === "success" &&
        admin.actor.type === "user" &&
        actorId === admin.actor.userId,
    );
    expect(rows.map(({ details }) => details)).toEqual([
      { before: '{"attestation":"none"}', after: '{"attestation":"direct"}' },
    ]);
  });

  it("are for those who may see and change them", async () => {
    for (const role of ["user", "helpdesk", "auditor"] as const) {
      const ctx = await acting(role);
      await expect(updateSettings(ctx, { counterPolicy: "refuse" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      const look = getSettings(ctx);
      if (role === "auditor") await expect(look).resolves.toBeDefined();
      else await expect(look).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const { actor } = await buildUser(t.db, { role: "admin" }, new Date(testNow.getTime() - 3_600_000));
    await expect(updateSettings(t.context({ actor }), { counterPolicy: "refuse" })).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
  });
});

describe("what another version stored", () => {
  it("is left out where this one does not know it, and the rest holds", () => {
    const stored = parseStored({ counterPolicy: "refuse", attestation: "someday", later: 1 });
    expect(stored).toEqual({ counterPolicy: "refuse" });
    expect(parseStored(undefined)).toEqual({});
    expect(parseStored("nonsense")).toEqual({});
    const config = layOver(testConfig(), stored);
    expect(config.counterPolicy).toBe("refuse");
    expect(layOver(config, {}).counterPolicy).toBe("warn");
  });
});
