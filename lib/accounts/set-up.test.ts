import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { credentials } from "#drizzle/schema/credentials.ts";
import { users } from "#drizzle/schema/users.ts";
import { registrationResponseSchema } from "#lib/passkeys/schema.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { beginAccount } from "./begin-account.ts";
import { checkSetUpLink } from "./check-set-up-link.ts";
import { deleteExpiredLinks } from "./cleanup.ts";
import { createSetUpLink, type SetUpLink } from "./create-set-up-link.ts";
import { finishRegistration } from "./finish-registration.ts";

let t: TestDatabase;
beforeEach(async () => {
  t = await testDatabase({ SIGN_UP: "closed" });
});
afterEach(() => t.close());

const authenticator = createAuthenticator({ origin: "https://id.example.com" });
const tomorrow = new Date(testNow.getTime() + 24 * 3600 * 1000);

async function newLink(): Promise<SetUpLink> {
  const link = await createSetUpLink(t.context({ actor: { type: "operator" } }));
  if (!link) throw new Error("no link was made");
  return link;
}

async function begin(setUpToken: string, username: string) {
  const options = await beginAccount(t.context(), {
    username,
    displayName: undefined,
    setUpToken,
    wishes: {},
  });
  return { response: registrationResponseSchema.parse(authenticator.create(options)), deviceName: undefined };
}

describe("the set-up link", () => {
  it("makes the first administrator although sign-up is closed", async () => {
    const { token } = await newLink();
    const person = await signUp(t.context(), { username: "ana@example.com", setUpToken: token });
    expect(person.actor.role).toBe("admin");
    const events = await t.db.select().from(auditEvents).where(eq(auditEvents.actorId, person.user.id));
    expect(events.map(({ action }) => action)).toContain("instance.set_up");
  });

  it("is spent by the first of two completions at once", async () => {
    const { token } = await newLink();
    const ends = [await begin(token, "ana@example.com"), await begin(token, "leo@example.com")];
    const outcomes = await Promise.allSettled(ends.map((end) => finishRegistration(t.context(), end)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find((outcome) => outcome.status === "rejected");
    expect(refused?.reason).toMatchObject({
      code: "FORBIDDEN",
      publicMessage: expect.stringContaining("used or has expired"),
    });
    expect(await t.db.select().from(users)).toHaveLength(1);
  });

  it("survives looking at it, and a ceremony that fails", async () => {
    const { token } = await newLink();
    expect(await checkSetUpLink(t.context(), token)).toBe(true);
    const end = await begin(token, "ana@example.com");
    const id = "AAAA";
    await expect(
      finishRegistration(t.context(), { ...end, response: { ...end.response, id, rawId: id } }),
    ).rejects.toMatchObject({ code: "INVALID_ATTESTATION" });
    expect(await checkSetUpLink(t.context(), token)).toBe(true);
  });

  it("stays good beside a newer one, so that a restart ends no set-up that is half done", async () => {
    const old = await newLink();
    const end = await begin(old.token, "ana@example.com");
    const fresh = await newLink();
    expect(await checkSetUpLink(t.context(), fresh.token)).toBe(true);
    expect((await finishRegistration(t.context(), end)).user.username).toBe("ana@example.com");
    expect(await checkSetUpLink(t.context(), fresh.token)).toBe(false);
  });

  it("makes one administrator when two links complete at once", async () => {
    const ends = [
      await begin((await newLink()).token, "ana@example.com"),
      await begin((await newLink()).token, "leo@example.com"),
    ];
    const outcomes = await Promise.allSettled(ends.map((end) => finishRegistration(t.context(), end)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await t.db.select().from(users)).toHaveLength(1);
  });

  it.each([
    ["unknown", "A".repeat(43)],
    ["malformed", "short"],
    ["hostile", "'; drop table users; --"],
  ])("is refused when it is %s", async (_, token) => {
    await newLink();
    expect(await checkSetUpLink(t.context(), token)).toBe(false);
    await expect(begin(token, "ana@example.com")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("expires after a day, and is then removed", async () => {
    const { token, expiresAt } = await newLink();
    expect(expiresAt).toEqual(tomorrow);
    expect(await checkSetUpLink(t.context({ now: tomorrow }), token)).toBe(false);
    expect(await deleteExpiredLinks(t.db, testNow)).toBe(0);
    expect(await deleteExpiredLinks(t.db, tomorrow)).toBe(1);
  });

  it("is not made once an administrator can sign in, and again when none can", async () => {
    const { token } = await newLink();
    const { passkey } = await signUp(t.context(), { username: "ana@example.com", setUpToken: token });
    const operator = t.context({ actor: { type: "operator" } });
    expect(await createSetUpLink(operator)).toBeUndefined();
    await t.db.update(credentials).set({ revokedAt: testNow }).where(eq(credentials.id, passkey.id));
    expect(await createSetUpLink(operator)).toBeDefined();
  });

  it("stops working once an administrator can sign in, however that came about", async () => {
    const open = t.context({ config: t.runtime({ SIGN_UP: "open" }).config });
    const { token } = await newLink();
    await signUp(open, { username: "ana@example.com" });
    await t.db.update(users).set({ role: "admin" });
    expect(await checkSetUpLink(t.context(), token)).toBe(false);
  });

  it("is made for nobody but the operator and the program", async () => {
    await expect(createSetUpLink(t.context())).rejects.toMatchObject({ code: "FORBIDDEN" });
    const start = t.context({ actor: { type: "system", name: "start" } });
    expect((await createSetUpLink(start))?.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
