import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials } from "#drizzle/schema/credentials.ts";
import type { Context } from "#lib/context/context.ts";
import { beginAddingPasskey } from "#lib/passkeys/begin-adding-passkey.ts";
import { registrationResponseSchema } from "#lib/passkeys/schema.ts";
import { signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { finishRegistration } from "./finish-registration.ts";

let t: TestDatabase;
let counter = 0;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const newName = () => {
  counter += 1;
  return `person${counter}@example.com`;
};
const authenticator = createAuthenticator({ origin: "https://id.example.com" });
const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);

describe("adding a passkey", () => {
  const begin = (ctx: Context) => beginAddingPasskey(ctx, {});
  async function add(ctx: Context, deviceName?: string) {
    const device = createAuthenticator({ origin: ctx.config.baseUrl });
    const response = registrationResponseSchema.parse(device.create(await begin(ctx)));
    return await finishRegistration(ctx, { response, deviceName });
  }

  it("keeps the handle, excludes what is there, and opens no session", async () => {
    const person = await signUp(t.context(), { username: newName() });
    const ctx = t.context({ actor: person.actor });
    const options = await begin(ctx);
    expect(options.user.id).toBe(person.signals.userId);
    expect(options.excludeCredentials).toEqual([
      { type: "public-key", id: person.authenticator.credentials[0]?.id, transports: ["internal"] },
    ]);
    const added = await add(ctx);
    expect(added.session).toBeUndefined();
    expect(added.signals.allAcceptedCredentialIds).toHaveLength(2);
    expect([person.passkey.name, added.passkey.name]).toEqual(["Chrome on Linux", "Chrome on Linux 2"]);
    expect((await add(ctx, "Blue key")).passkey.name).toBe("Blue key");
  });

  it("wants somebody who was verified within ten minutes", async () => {
    const person = await signUp(t.context(), { username: newName() });
    await expect(begin(t.context())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(begin(t.context({ actor: person.actor, now: later(600) }))).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    await expect(
      begin(t.context({ actor: { ...person.actor, amr: ["hwk", "user"] } })),
    ).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    await begin(t.context({ actor: person.actor, now: later(599) }));
  });

  it("refuses a challenge of another session, of another person, and of nobody", async () => {
    const person = await signUp(t.context(), { username: newName() });
    const other = await signUp(t.context(), { username: newName() });
    const { session } = await signIn(t.context(), person.authenticator);
    const elsewhere = { ...person.actor, sessionId: session.sessionId };
    for (const actor of [other.actor, elsewhere, { type: "anonymous" } as const]) {
      const options = await begin(t.context({ actor: person.actor }));
      const response = registrationResponseSchema.parse(authenticator.create(options));
      await expect(
        finishRegistration(t.context({ actor }), { response, deviceName: undefined }),
      ).rejects.toMatchObject({ code: "INVALID_CHALLENGE" });
    }
  });

  it("holds the limit when many are added at once", async () => {
    const person = await signUp(t.context(), { username: newName() });
    const ctx = t.context({
      actor: person.actor,
      config: t.runtime({ MAX_CREDENTIALS_PER_USER: "4" }).config,
    });
    const ends = await Promise.all(
      Array.from({ length: 12 }, async () => ({
        response: registrationResponseSchema.parse(authenticator.create(await begin(ctx))),
        deviceName: undefined,
      })),
    );
    const outcomes = await Promise.allSettled(ends.map((end) => finishRegistration(ctx, end)));
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(9);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: "CREDENTIAL_LIMIT" });
    const rows = await t.db.select().from(credentials).where(eq(credentials.userId, person.actor.userId));
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(4);
    await expect(begin(ctx)).rejects.toMatchObject({ code: "CREDENTIAL_LIMIT" });
  });
});
