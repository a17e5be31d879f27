import { desc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { actorOf, signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { getAttestationPolicy } from "./get-attestation-policy.ts";
import { loadAttestationPolicy } from "./load-policy.ts";
import { setAttestationPolicy } from "./set-attestation-policy.ts";

let t: TestDatabase;
let operator: Context;
let admin: UserActor;

beforeAll(async () => {
  t = await testDatabase();
  operator = t.context({ actor: { type: "operator" } });
  const person = await signUp(t.context(), { username: "admin@example.com" });
  await t.db.update(users).set({ role: "admin" }).where(eq(users.id, person.actor.userId));
  const { session } = await signIn(t.context(), person.authenticator);
  admin = await actorOf(t.context(), session.token);
});
afterAll(() => t.close());
afterEach(() => setAttestationPolicy(operator, {}));

describe("setting the attestation policy", () => {
  it("is for operators and for administrators who have just confirmed", async () => {
    await setAttestationPolicy(operator, { deviceBoundOnly: true });
    expect(await getAttestationPolicy(operator)).toEqual({ deviceBoundOnly: true });
    await setAttestationPolicy(t.context({ actor: admin }), { requireUserVerification: true });
    expect(await getAttestationPolicy(t.context({ actor: admin }))).toEqual({
      requireUserVerification: true,
    });
  });

  it.each<[string, () => Context["actor"], string]>([
    ["a stranger", () => ({ type: "anonymous" }), "FORBIDDEN"],
    ["a person without the role", () => ({ ...admin, role: "user" }), "FORBIDDEN"],
    ["the program itself", () => ({ type: "system", name: "job" }), "FORBIDDEN"],
    [
      "an administrator who confirmed too long ago",
      () => ({ ...admin, authTime: new Date(testNow.getTime() - 601_000) }),
      "STEP_UP_REQUIRED",
    ],
  ])("is not for %s", async (_, actor, code) => {
    const ctx = t.context({ actor: actor() });
    await expect(setAttestationPolicy(ctx, { deviceBoundOnly: true })).rejects.toMatchObject({ code });
    expect(await loadAttestationPolicy(ctx)).toEqual({});
  });

  it("is shown to nobody else either", async () => {
    for (const actor of [{ type: "anonymous" }, { ...admin, role: "user" }] as const)
      await expect(getAttestationPolicy(t.context({ actor }))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("names every field that is not valid", async () => {
    const refused = setAttestationPolicy(operator, { formats: ["x"], trustedOnly: "yes", more: 1 });
    await expect(refused).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    const { fields } = await refused.catch((error) => error);
    expect(fields.map(({ path }: { path: string }) => path).sort()).toEqual(["", "formats.0", "trustedOnly"]);
  });

  it("wants metadata before it trusts only what metadata vouches for", async () => {
    await expect(setAttestationPolicy(operator, { trustedOnly: true })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
      fields: [{ path: "trustedOnly" }],
    });
    const config = t.runtime({ MDS_BLOB: "/mds.jwt", MDS_ROOT: "/root.pem" }).config;
    expect(await setAttestationPolicy({ ...operator, config }, { trustedOnly: true })).toEqual({
      trustedOnly: true,
    });
  });

  it("keeps administrators from shutting themselves out, and changes nothing then", async () => {
    const ctx = t.context({ actor: admin });
    await expect(setAttestationPolicy(ctx, { formats: ["packed"] })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await loadAttestationPolicy(ctx)).toEqual({});
  });

  it("writes to the trail what was and what is", async () => {
    await setAttestationPolicy(operator, { deviceBoundOnly: true });
    await setAttestationPolicy(operator, { formats: ["packed"] });
    const [event] = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, "attestation_policy.changed"))
      .orderBy(desc(auditEvents.id))
      .limit(1);
    expect(event).toMatchObject({
      outcome: "success",
      actorType: "operator",
      details: { before: '{"deviceBoundOnly":true}', after: '{"formats":["packed"]}' },
    });
  });
});
