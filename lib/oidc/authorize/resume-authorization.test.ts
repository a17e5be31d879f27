import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { type ClientRow, clients } from "#drizzle/schema/clients.ts";
import { grants } from "#drizzle/schema/grants.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { authorize } from "#lib/testing/authorization.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { deleteExpiredInteractions } from "../interactions/cleanup.ts";
import { describeInteraction } from "../interactions/describe-interaction.ts";
import { resumeInteraction } from "../resume-interaction.ts";
import { decideConsent } from "./decide-consent.ts";

let t: TestDatabase;
let trusted: ClientRow;
let stranger: ClientRow;
let person: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  ({ client: trusted } = await buildClient(t.context(), { firstParty: true }));
});
beforeAll(async () => {
  ({ actor: person } = await buildUser(t.db));
  ({ client: stranger } = await buildClient(t.context(), { name: "Stranger" }));
});
afterAll(() => t.close());

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const signedIn = (actor: UserActor = person, now = testNow): Context => t.context({ actor, now });
/** The same person, verified again `seconds` after the request. */
const again = (seconds: number, actor = person): Context =>
  signedIn({ ...actor, authTime: later(seconds) }, later(seconds));
const tokenOf = (url: URL | string | undefined) => new URL(url ?? "").searchParams.get("interaction") ?? "";
const resume = async (ctx: Context, token: string) => new URL((await resumeInteraction(ctx, token)).location);
const finished = { name: "PageError", reason: "interaction_finished" };

describe("signing in on the way", () => {
  it("sends whoever is not signed in to the sign-in page, and afterwards to the app", async () => {
    const page = await authorize(t.context(), trusted, { login_hint: "ana@example.com" });
    expect(page.pathname).toBe("/sign-in");
    const token = tokenOf(page);
    expect(await describeInteraction(t.context(), token)).toEqual({
      kind: "authorize",
      clientId: trusted.id,
      clientName: "Notes",
      redirectHost: "app.example.com",
      loginHint: "ana@example.com",
      reauthentication: false,
    });
    expect((await resume(again(5), token)).searchParams.get("code")).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it("comes back to the sign-in page when nobody has signed in yet", async () => {
    const token = tokenOf(await authorize(t.context(), trusted));
    const page = await resume(t.context(), token);
    expect(page.pathname).toBe("/sign-in");
    expect(tokenOf(page)).toBe(token);
  });

  it.each([
    ["prompt=login", { prompt: "login" }],
    ["max_age=0", { max_age: "0" }],
    ["a max_age that is over", { max_age: "59" }],
  ])("asks a person who is signed in again for %s, until they did", async (_, wish) => {
    const page = await authorize(signedIn(), trusted, wish);
    expect(page.pathname).toBe("/sign-in");
    const token = tokenOf(page);
    expect(await describeInteraction(signedIn(), token)).toMatchObject({ reauthentication: true });
    expect((await resume(signedIn(), token)).pathname).toBe("/sign-in");
    expect((await resume(again(100), token)).searchParams.has("code")).toBe(true);
  });

  it("asks nobody again within max_age", async () => {
    expect((await authorize(signedIn(), trusted, { max_age: "60" })).searchParams.has("code")).toBe(true);
  });

  it("answers max_age with prompt=none by login_required once it is over", async () => {
    const location = await authorize(signedIn(), trusted, { max_age: "59", prompt: "none" });
    expect(location.searchParams.get("error")).toBe("login_required");
  });

  it("asks for the person whom the app expects, and refuses another who answers", async () => {
    const claims = JSON.stringify({ id_token: { sub: { value: "somebody-else" } } });
    const page = await authorize(signedIn(), trusted, { claims });
    expect(page.pathname).toBe("/sign-in");
    const answer = await resume(again(10), tokenOf(page));
    expect(answer.searchParams.get("error")).toBe("login_required");
    await expect(resumeInteraction(again(10), tokenOf(page))).rejects.toMatchObject(finished);
    const events = await t.db.select().from(auditEvents).where(eq(auditEvents.reason, "login_required"));
    expect(events).toMatchObject([{ action: "authorization.refused", subjectUserId: person.userId }]);
  });

  it("refuses an essential acr that the passkey did not reach", async () => {
    const claims = JSON.stringify({ id_token: { acr: { essential: true, values: ["phrh"] } } });
    const page = await authorize(signedIn(), trusted, { claims });
    const answer = await resume(again(10), tokenOf(page));
    expect(answer.searchParams.get("error")).toBe("unmet_authentication_requirements");
    const met = JSON.stringify({ id_token: { acr: { essential: true, values: ["phrh", "phr"] } } });
    expect((await authorize(signedIn(), trusted, { claims: met })).searchParams.has("code")).toBe(true);
  });
});

describe("a stored request", () => {
  it("gives one code to a hundred who resume it at once", async () => {
    const token = tokenOf(await authorize(t.context(), trusted));
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => resume(again(5), token)));
    const codes = results.flatMap((r) =>
      r.status === "fulfilled" ? [r.value.searchParams.get("code")] : [],
    );
    expect(codes).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject(finished);
  });

  it("is unknown after an hour, and cleaned up", async () => {
    const token = tokenOf(await authorize(t.context(), trusted));
    expect(await describeInteraction(t.context({ now: later(3599) }), token)).toBeDefined();
    const over = t.context({ now: later(3601) });
    expect(await describeInteraction(over, token)).toBeUndefined();
    await expect(resumeInteraction(over, token)).rejects.toMatchObject(finished);
    expect(await deleteExpiredInteractions(t.db, later(3601))).toBeGreaterThan(0);
  });

  it.each(["", "x", "A".repeat(43), "../../etc", "a\0"])("is not found under %j", async (token) => {
    expect(await describeInteraction(t.context(), token)).toBeUndefined();
    await expect(resumeInteraction(t.context(), token)).rejects.toMatchObject(finished);
  });

  it("is void once its redirect URI is registered no more", async () => {
    const { client } = await buildClient(t.context(), { firstParty: true });
    const token = tokenOf(await authorize(t.context(), client));
    await t.db
      .update(clients)
      .set({ redirectUris: ["https://new.example/"] })
      .where(eq(clients.id, client.id));
    await expect(resumeInteraction(signedIn(), token)).rejects.toMatchObject(finished);
  });
});

describe("consent", () => {
  const ask = async (actor: UserActor, overrides = {}) => {
    const page = await authorize(signedIn(actor), stranger, overrides);
    expect(page.pathname).toBe("/consent");
    return tokenOf(page);
  };
  const decide = async (actor: UserActor, interaction: string, decision: "allow" | "deny") =>
    new URL((await decideConsent(signedIn(actor), { interaction, decision })).location);
  const newcomer = async () => (await buildUser(t.db)).actor;

  it("shows each scope with the person's own values", async () => {
    const { actor } = await buildUser(t.db, { username: "ana@example.com", givenName: "Ana" });
    const description = await describeInteraction(signedIn(actor), await ask(actor));
    expect(description).toMatchObject({
      reauthentication: false,
      consent: {
        scopes: [
          { scope: "openid", claims: [{ name: "sub", value: actor.userId }] },
          {
            scope: "profile",
            claims: expect.arrayContaining([
              { name: "name", value: "Ana Ruiz" },
              { name: "given_name", value: "Ana" },
            ]),
          },
          {
            scope: "email",
            claims: [
              { name: "email", value: "ana@example.com" },
              { name: "email_verified", value: "false" },
            ],
          },
        ],
      },
    });
  });

  it("leads to the app once allowed, is remembered, and asked again for a new scope only", async () => {
    const actor = await newcomer();
    const token = await ask(actor, { scope: "openid profile" });
    expect((await decide(actor, token, "allow")).searchParams.has("code")).toBe(true);
    const same = await authorize(signedIn(actor), stranger, { scope: "openid", prompt: "none" });
    expect(same.searchParams.has("code")).toBe(true);
    await ask(actor, { scope: "openid profile email" });
    const [event] = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectUserId, actor.userId))
      .limit(1);
    expect(event).toMatchObject({ action: "consent.granted", details: { scopes: ["openid", "profile"] } });
  });

  it("covers claims that were asked for by name", async () => {
    const actor = await newcomer();
    await decide(actor, await ask(actor, { scope: "openid" }), "allow");
    await ask(actor, { scope: "openid", claims: '{"userinfo":{"email":null}}' });
  });

  it("is asked again for prompt=consent, also of first-party apps, and once is enough", async () => {
    const page = await authorize(signedIn(), trusted, { prompt: "consent" });
    expect(page.pathname).toBe("/consent");
    expect((await resume(signedIn(), tokenOf(page))).pathname).toBe("/consent");
    expect((await decide(person, tokenOf(page), "allow")).searchParams.has("code")).toBe(true);
  });

  it("tells the app of a denial, remembers nothing, and ends the request", async () => {
    const actor = await newcomer();
    const token = await ask(actor);
    const answer = await decide(actor, token, "deny");
    expect(answer.searchParams.get("error")).toBe("access_denied");
    expect(answer.searchParams.get("state")).toBe("the state");
    expect(await t.db.select().from(grants).where(eq(grants.userId, actor.userId))).toEqual([]);
    await expect(decide(actor, token, "allow")).rejects.toMatchObject(finished);
    const [event] = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectUserId, actor.userId));
    expect(event).toMatchObject({ action: "consent.denied", reason: "access_denied", clientId: stranger.id });
  });

  it("counts for nothing when nobody is signed in", async () => {
    const token = tokenOf(await authorize(t.context(), stranger));
    const { location } = await decideConsent(t.context(), { interaction: token, decision: "allow" });
    expect(new URL(location).pathname).toBe("/sign-in");
  });

  it("gives one code when it is allowed many times at once", async () => {
    const actor = await newcomer();
    const token = await ask(actor);
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => decide(actor, token, "allow")));
    expect(results.filter((r) => r.status === "fulfilled" && r.value.searchParams.has("code"))).toHaveLength(
      1,
    );
    // Whoever came second reads that it is done, and none failed for having waited for another.
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject(finished);
  });

  it("leaves no consent behind for an app that asked nobody", async () => {
    const actor = await newcomer();
    await authorize(signedIn(actor), trusted);
    const [grant] = await t.db.select().from(grants).where(eq(grants.userId, actor.userId));
    expect(grant?.scopes).toEqual([]);
  });
});
