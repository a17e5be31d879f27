import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { authorizationCodes } from "#drizzle/schema/oidc.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { signJwt } from "#lib/signing-keys/sign-jwt.ts";
import { authorize } from "#lib/testing/authorization.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { describeInteraction } from "../interactions/describe-interaction.ts";
import { resumeInteraction } from "../resume-interaction.ts";
import { chooseAccount } from "./choose-account.ts";
import { decideConsent } from "./decide-consent.ts";

let t: TestDatabase;
let app: ClientRow;
let stranger: ClientRow;
let ana: UserActor;
let leo: UserActor;
let kim: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  ({ client: app } = await buildClient(t.context(), { firstParty: true }));
  ({ client: stranger } = await buildClient(t.context()));
});
beforeAll(async () => {
  ({ actor: ana } = await buildUser(t.db, { username: "ana@example.com" }));
  ({ actor: leo } = await buildUser(t.db, { username: "leo@example.com", displayName: "Leo" }));
  ({ actor: kim } = await buildUser(t.db, { username: "kim@example.com" }));
});
afterAll(() => t.close());

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
/** A browser that shows the first and holds the others too. */
const browser = (actor: UserActor, ...alsoSignedIn: UserActor[]): Context =>
  t.context({ actor, alsoSignedIn });
const tokenOf = (url: URL | string) => new URL(url).searchParams.get("interaction") ?? "";
const chooser = async (ctx: Context, overrides = {}, client = app) => {
  const page = await authorize(ctx, client, { prompt: "select_account", ...overrides });
  expect(page.pathname).toBe("/choose-account");
  return tokenOf(page);
};
/** Whom the code in this address is about. */
const personOf = async (location: string) => {
  const code = new URL(location).searchParams.get("code") ?? "";
  const [row] = await t.db
    .select()
    .from(authorizationCodes)
    .where(eq(authorizationCodes.codeHash, sha256(code)));
  return row?.userId;
};
const hintFor = (actor: UserActor) =>
  signJwt(
    t.runtime(),
    { iss: "https://id.example.com", aud: app.id, sub: actor.userId, exp: 1 },
    { alg: "RS256" },
  );

describe("prompt=select_account", () => {
  it("lists everybody who is signed in here, the one whom the app named first", async () => {
    const ctx = browser(ana, leo, kim);
    const token = await chooser(ctx, { login_hint: "LEO@example.com" });
    expect(await describeInteraction(ctx, token)).toMatchObject({
      accounts: [
        { sessionId: leo.sessionId, displayName: "Leo", username: "leo@example.com", hinted: true },
        { sessionId: ana.sessionId, hinted: false },
        { sessionId: kim.sessionId, hinted: false },
      ],
    });
  });

  it("asks also where one person alone is signed in, and goes to sign-in where nobody is", async () => {
    await chooser(browser(ana));
    const page = await authorize(t.context(), app, { prompt: "select_account" });
    expect(page.pathname).toBe("/sign-in");
  });

  it("answers for the one who was chosen, whom the browser shows from then on", async () => {
    const ctx = browser(ana, leo);
    const token = await chooser(ctx);
    const choice = await chooseAccount(ctx, { interaction: token, sessionId: leo.sessionId });
    expect(choice.chosenSessionId).toBe(leo.sessionId);
    expect(await personOf(choice.location)).toBe(leo.userId);
  });

  it("asks no second time for the same request, but again for the next", async () => {
    const ctx = browser(ana, leo);
    const token = await chooser(ctx, {}, stranger);
    const choice = await chooseAccount(ctx, { interaction: token, sessionId: leo.sessionId });
    expect(new URL(choice.location).pathname).toBe("/consent");
    const chosen = browser(leo, ana);
    expect(await describeInteraction(chosen, token)).toMatchObject({
      person: { username: "leo@example.com" },
    });
    const { location } = await decideConsent(chosen, { interaction: token, decision: "allow" });
    expect(await personOf(location)).toBe(leo.userId);
    await chooser(chosen, {}, stranger);
  });

  it("takes whoever signed in for this request for chosen", async () => {
    const token = await chooser(browser(ana));
    const ctx = { ...browser({ ...kim, authTime: later(5) }, ana), now: later(6) };
    const { location } = await resumeInteraction(ctx, token);
    expect(await personOf(location)).toBe(kim.userId);
  });

  it("forgets a choice when the browser shows somebody else meanwhile", async () => {
    const ctx = browser(ana, leo);
    const { client } = await buildClient(t.context());
    const token = await chooser(ctx, {}, client);
    await chooseAccount(ctx, { interaction: token, sessionId: leo.sessionId });
    const { location } = await resumeInteraction(browser(ana, leo), token);
    expect(new URL(location).pathname).toBe("/choose-account");
  });

  it.each([
    ["of another browser", () => kim.sessionId],
    ["made up", () => "00000000-0000-7000-8000-000000000000"],
    ["of nothing", () => ""],
    ["with a quote", () => "' or 1=1 --"],
  ])("refuses a session %s", async (_, sessionId) => {
    const ctx = browser(ana, leo);
    const token = await chooser(ctx);
    const choice = chooseAccount(ctx, { interaction: token, sessionId: sessionId() });
    await expect(choice).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(new URL((await resumeInteraction(ctx, token)).location).pathname).toBe("/choose-account");
  });

  it("refuses a choice for an unknown or finished request", async () => {
    const finished = { name: "PageError", reason: "interaction_finished" };
    const choose = (interaction: string) =>
      chooseAccount(browser(ana), { interaction, sessionId: ana.sessionId });
    await expect(choose("A".repeat(43))).rejects.toMatchObject(finished);
    const token = await chooser(browser(ana));
    await choose(token);
    await expect(choose(token)).rejects.toMatchObject(finished);
  });

  it("gives one code to twenty who choose at once", async () => {
    const token = await chooser(browser(ana, leo));
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        chooseAccount(browser(ana, leo), {
          interaction: token,
          sessionId: (index % 2 === 0 ? ana : leo).sessionId,
        }),
      ),
    );
    const codes = results.filter((r) => r.status === "fulfilled" && r.value.location.includes("code="));
    expect(codes).toHaveLength(1);
  });

  it("with login asks the one who was chosen to sign in again", async () => {
    const ctx = browser(ana, leo);
    const token = await chooser(ctx, { prompt: "select_account login" });
    const choice = await chooseAccount(ctx, { interaction: token, sessionId: leo.sessionId });
    expect(new URL(choice.location).pathname).toBe("/sign-in");
  });
});

describe("an app that names one of those signed in", () => {
  it("is answered for that one, silently too, by id_token_hint or a sub in claims", async () => {
    const ctx = browser(ana, leo);
    const byHint = await authorize(ctx, app, { prompt: "none", id_token_hint: await hintFor(leo) });
    expect(await personOf(byHint.href)).toBe(leo.userId);
    const claims = JSON.stringify({ id_token: { sub: { value: leo.userId } } });
    expect(await personOf((await authorize(ctx, app, { claims })).href)).toBe(leo.userId);
  });

  it("hears login_required when that one is not signed in here", async () => {
    const silent = { prompt: "none", id_token_hint: await hintFor(kim) };
    const location = await authorize(browser(ana, leo), app, silent);
    expect(location.searchParams.get("error")).toBe("login_required");
  });

  it("is answered for the one shown where it names nobody", async () => {
    expect(await personOf((await authorize(browser(ana, leo), app, { prompt: "none" })).href)).toBe(
      ana.userId,
    );
  });

  it("gets the consent of that one, whatever the browser shows", async () => {
    const ctx = browser(ana, leo);
    const claims = JSON.stringify({ id_token: { sub: { value: leo.userId } } });
    const { client } = await buildClient(t.context());
    const page = await authorize(ctx, client, { claims });
    expect(page.pathname).toBe("/consent");
    expect(await describeInteraction(ctx, tokenOf(page))).toMatchObject({
      person: { username: "leo@example.com" },
    });
    const { location } = await decideConsent(ctx, { interaction: tokenOf(page), decision: "allow" });
    expect(await personOf(location)).toBe(leo.userId);
    const [grants] = await t.sql`select count(*)::int as count from grants
      where client_id = ${client.id} and user_id = ${ana.userId}`;
    expect(grants?.count).toBe(0);
  });

  it("counts no yes that was given for another account than the one it would be of", async () => {
    const { client } = await buildClient(t.context());
    const interaction = tokenOf(await authorize(browser(ana, leo), client));
    const shown = await describeInteraction(browser(ana, leo), interaction);
    const sessionId = shown?.kind === "authorize" ? shown.person?.sessionId : undefined;
    expect(sessionId).toBe(ana.sessionId);
    const allow = { interaction, decision: "allow", sessionId } as const;
    const switched = await decideConsent(browser(leo, ana), allow);
    expect(new URL(switched.location).pathname).toBe("/consent");
    expect(await personOf((await decideConsent(browser(ana, leo), allow)).location)).toBe(ana.userId);
  });

  it("may be given another account from its consent page", async () => {
    const { client } = await buildClient(t.context());
    const ctx = browser(ana, leo);
    const interaction = tokenOf(await authorize(ctx, client));
    expect(await describeInteraction(ctx, interaction)).toMatchObject({
      accounts: [{ sessionId: ana.sessionId }, { sessionId: leo.sessionId }],
    });
    const choice = await chooseAccount(ctx, { interaction, sessionId: leo.sessionId });
    expect(new URL(choice.location).pathname).toBe("/consent");
    expect(await describeInteraction(browser(leo, ana), interaction)).toMatchObject({
      person: { sessionId: leo.sessionId },
    });
  });

  it("hears of a person who was chosen against it", async () => {
    const ctx = browser(ana, leo);
    const id_token_hint = await hintFor(leo);
    const token = await chooser(ctx, { id_token_hint });
    const choice = await chooseAccount(ctx, { interaction: token, sessionId: ana.sessionId });
    const again = new URL(choice.location);
    expect(again.pathname).toBe("/sign-in");
  });
});
