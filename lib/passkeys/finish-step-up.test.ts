import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { Context } from "#lib/context/context.ts";
import { checkStepUp } from "#lib/sessions/check-step-up.ts";
import { endSession } from "#lib/sessions/end-session.ts";
import { actorOf, type Person, signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import type { GetDeviation } from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { beginSignIn } from "./begin-sign-in.ts";
import { beginStepUp } from "./begin-step-up.ts";
import { finishStepUp } from "./finish-step-up.ts";
import { authenticationResponseSchema } from "./schema.ts";

let t: TestDatabase;
let person: Person;
let later: Context;
let counter = 0;

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  counter += 1;
  person = await signUp(t.context(), { username: `person${counter}@example.com` });
  later = t.context({ actor: person.actor, now: new Date(testNow.getTime() + 1_200_000) });
});

async function answer(deviation?: GetDeviation, ctx = later) {
  return authenticationResponseSchema.parse(person.authenticator.get(await beginStepUp(ctx), deviation));
}

describe("a step-up", () => {
  it("opens the window for sensitive operations, ten minutes long", async () => {
    expect(() => checkStepUp(later)).toThrow(expect.objectContaining({ code: "STEP_UP_REQUIRED" }));
    const { authTime, expiresAt } = await finishStepUp(later, await answer());
    expect(authTime).toEqual(later.now);
    expect(expiresAt.getTime() - authTime.getTime()).toBe(600_000);
    const actor = await actorOf(later, person.token);
    expect(checkStepUp({ ...later, actor })).toMatchObject({ authTime: later.now, acr: "phr" });
    const [event] = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, "step_up.succeeded"))
      .limit(1);
    expect(event).toMatchObject({ outcome: "success" });
  });

  it("wants user verification even where sign-in does not", async () => {
    const ctx = { ...later, config: t.runtime({ USER_VERIFICATION: "discouraged" }).config };
    const response = await answer({ flags: { uv: false } }, ctx);
    await expect(finishStepUp(ctx, response)).rejects.toMatchObject({ code: "AUTHENTICATION_FAILED" });
  });

  it("names the person's own passkeys only", async () => {
    const options = await beginStepUp(later);
    expect(options.allowCredentials?.map(({ id }) => id)).toEqual([person.authenticator.credentials[0]?.id]);
    expect(options.userVerification).toBe("required");
  });

  it("is refused for a challenge of another session of the same person", async () => {
    const { session } = await signIn(t.context(), person.authenticator);
    const elsewhere = await actorOf(t.context(), session.token);
    const response = await answer();
    await expect(finishStepUp({ ...later, actor: elsewhere }, response)).rejects.toMatchObject({
      code: "INVALID_CHALLENGE",
    });
    await expect(finishStepUp(later, response)).rejects.toMatchObject({ code: "INVALID_CHALLENGE" });
  });

  it("is refused for a sign-in challenge", async () => {
    const options = await beginSignIn(later, {});
    const response = authenticationResponseSchema.parse(person.authenticator.get(options));
    await expect(finishStepUp(later, response)).rejects.toMatchObject({ code: "INVALID_CHALLENGE" });
  });

  it("is refused with another person's passkey", async () => {
    const other = await signUp(t.context(), { username: `other${counter}@example.com` });
    const [credential] = other.authenticator.credentials;
    if (!credential) throw new Error("no credential");
    await expect(finishStepUp(later, await answer({ credential }))).rejects.toMatchObject({
      code: "AUTHENTICATION_FAILED",
    });
    const events = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectUserId, other.actor.userId));
    expect(events.map(({ action }) => action)).toContain("step_up.failed");
  });

  it("changes nothing in a session that ended meanwhile", async () => {
    const response = await answer();
    await endSession(later);
    await expect(finishStepUp(later, response)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("is for people who are signed in", async () => {
    await expect(beginStepUp(t.context())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
