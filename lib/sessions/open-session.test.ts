import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { actorOf, type Person, signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";

let t: TestDatabase;
let person: Person;
let counter = 0;

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  counter += 1;
  person = await signUp(t.context(), { username: `person${counter}@example.com` });
});

describe("signing in where others are signed in too", () => {
  it("takes the person's own session further although the browser shows somebody else's", async () => {
    const other = await signUp(t.context(), { username: `shown${counter}@example.com` });
    const ctx = t.context({ actor: other.actor, alsoSignedIn: [person.actor] });
    const { session } = await signIn(ctx, person.authenticator);
    expect(session).toMatchObject({ sessionId: person.actor.sessionId, resumed: true });
    await expect(actorOf(t.context(), person.token)).rejects.toThrow();
  });

  it("ends the last of five other sessions in the browser, whose cookie holds five", async () => {
    const others = [];
    for (let index = 0; index < 5; index += 1)
      others.push(await signUp(t.context(), { username: `crowd${counter}-${index}@example.com` }));
    const [shown, ...rest] = others.map(({ actor }) => actor);
    if (!shown) throw new Error("nobody");
    await signIn(t.context({ actor: shown, alsoSignedIn: rest }), person.authenticator);
    const alive = await Promise.all(others.map(({ token }) => actorOf(t.context(), token).catch(() => null)));
    expect(alive.map((actor) => actor !== null)).toEqual([true, true, true, true, false]);
    const [event] = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.sessionId, (rest.at(-1) ?? shown).sessionId))
      .orderBy(desc(auditEvents.id))
      .limit(1);
    expect(event).toMatchObject({ action: "session.ended", details: { by: "too_many_accounts" } });
  });
});
