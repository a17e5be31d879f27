import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { signJwt } from "#lib/signing-keys/sign-jwt.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { describeInteraction } from "../interactions/describe-interaction.ts";
import { resumeInteraction } from "../resume-interaction.ts";
import { beginSignOut } from "./begin-sign-out.ts";
import { decideSignOut } from "./decide-sign-out.ts";

let t: TestDatabase;
let client: ClientRow;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  ({ client } = await buildClient(t.context()));
});
afterAll(() => t.close());

const bye = "https://app.example.com/bye";
const newcomer = async () => (await buildUser(t.db)).actor;
const as = (actor: UserActor): Context => t.context({ actor });
const hintFor = (actor: UserActor, overrides = {}) =>
  signJwt(
    t.runtime(),
    {
      iss: "https://id.example.com",
      aud: client.id,
      sub: actor.userId,
      sid: actor.sessionId,
      exp: 1,
      ...overrides,
    },
    { alg: "RS256" },
  );
const begin = (ctx: Context, parameters: Record<string, string>, cookieWithheld = false) =>
  beginSignOut(ctx, { entries: Object.entries(parameters), cookieWithheld });
const isLive = async (actor: UserActor) => {
  const [row] = await t.db.select().from(sessions).where(eq(sessions.id, actor.sessionId));
  return row?.revokedAt === null;
};
const tokenOf = (location: string) => new URL(location).searchParams.get("interaction") ?? "";

describe("sign-out asked for by an app", () => {
  it("happens at once with an ID Token of this session, expired or not, and returns to the app", async () => {
    const actor = await newcomer();
    const result = await begin(as(actor), {
      id_token_hint: await hintFor(actor),
      post_logout_redirect_uri: bye,
      state: "a b&c",
    });
    expect(result.signedOut).toBe(true);
    expect(new URL(result.location).searchParams.get("state")).toBe("a b&c");
    expect(result.location.startsWith(`${bye}?`)).toBe(true);
    expect(await isLive(actor)).toBe(false);
    const [event] = await t.db.select().from(auditEvents).where(eq(auditEvents.sessionId, actor.sessionId));
    expect(event).toMatchObject({ action: "session.ended", outcome: "success", clientId: client.id });
  });

  it("ends on our own page when no address to return to was sent", async () => {
    const actor = await newcomer();
    expect(await begin(as(actor), { id_token_hint: await hintFor(actor) })).toMatchObject({
      location: "https://id.example.com/sign-out?done=1",
      signedOut: true,
    });
  });

  it.each([
    ["no hint", async () => ({})],
    ["the hint of another session", async () => ({ id_token_hint: await hintFor(await newcomer()) })],
    [
      "a hint without a session",
      async (actor: UserActor) => ({ id_token_hint: await hintFor(actor, { sid: undefined }) }),
    ],
  ])("asks first with %s", async (_, hint) => {
    const actor = await newcomer();
    const parameters = { client_id: client.id, post_logout_redirect_uri: bye, ...(await hint(actor)) };
    const { location, signedOut } = await begin(as(actor), parameters);
    expect(new URL(location).pathname).toBe("/sign-out");
    expect(signedOut).toBe(false);
    expect(await isLive(actor)).toBe(true);
    expect(await describeInteraction(as(actor), tokenOf(location))).toEqual({
      kind: "end_session",
      clientName: "Notes",
      person: { displayName: actor.displayName, username: actor.username },
    });
  });

  it("takes the person's yes once, and the no", async () => {
    const actor = await newcomer();
    const parameters = { client_id: client.id, post_logout_redirect_uri: bye };
    const first = tokenOf((await begin(as(actor), parameters)).location);
    const stay = await decideSignOut(as(actor), { interaction: first, decision: "stay" });
    expect(stay).toEqual({ location: "https://id.example.com/", signedOut: false });
    expect(await isLive(actor)).toBe(true);

    const second = tokenOf((await begin(as(actor), parameters)).location);
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        decideSignOut(as(actor), { interaction: second, decision: "sign_out" }),
      ),
    );
    expect(answers.flatMap((a) => (a.status === "fulfilled" ? [a.value] : []))).toMatchObject([
      { location: bye, signedOut: true },
    ]);
    expect(await isLive(actor)).toBe(false);
  });

  it("by a form of another site is stored, and goes on where the cookie is seen", async () => {
    const actor = await newcomer();
    const parameters = { id_token_hint: await hintFor(actor), post_logout_redirect_uri: bye };
    const { location } = await begin(t.context(), parameters, true);
    expect(new URL(location).pathname).toBe("/oauth/resume");
    expect(await isLive(actor)).toBe(true);
    expect(await resumeInteraction(as(actor), tokenOf(location))).toMatchObject({
      location: bye,
      signedOut: true,
    });
    expect(await isLive(actor)).toBe(false);
  });

  it("needs no question when nobody is signed in", async () => {
    const parameters = { client_id: client.id, post_logout_redirect_uri: bye };
    expect((await begin(t.context(), parameters)).location).toBe(bye);
  });

  const refusals: [string, Record<string, string>, string][] = [
    [
      "an unregistered address",
      { post_logout_redirect_uri: `${bye}/x` },
      "post_logout_redirect_uri_not_registered",
    ],
    [
      "a redirect URI of sign-in",
      { post_logout_redirect_uri: "https://app.example.com/callback" },
      "post_logout_redirect_uri_not_registered",
    ],
    ["an unknown app", { client_id: "nobody" }, "unknown_client"],
    ["an address without an app", { client_id: "", post_logout_redirect_uri: bye }, "client_id_missing"],
    ["a hint that was not issued here", { id_token_hint: "a.b.c" }, "invalid_id_token_hint"],
    ["a state with a NUL", { state: "\0" }, "invalid_request"],
    ["an endless state", { state: "s".repeat(100_000) }, "invalid_request"],
  ];
  it.each(refusals)("is refused on a page with %s", async (_, parameters, reason) => {
    const actor = await newcomer();
    const refused = begin(as(actor), { client_id: client.id, ...parameters });
    await expect(refused).rejects.toMatchObject({ name: "PageError", reason });
    expect(await isLive(actor)).toBe(true);
  });

  it("is refused with a hint of another app, another issuer, or a repeated parameter", async () => {
    const actor = await newcomer();
    const other = await hintFor(actor, { aud: "other" });
    await expect(begin(as(actor), { client_id: client.id, id_token_hint: other })).rejects.toMatchObject({
      reason: "id_token_hint_of_other_client",
    });
    const foreign = await hintFor(actor, { iss: "https://evil.example" });
    await expect(begin(as(actor), { id_token_hint: foreign })).rejects.toMatchObject({
      reason: "invalid_id_token_hint",
    });
    const entries = [
      ["state", "a"],
      ["state", "b"],
    ] as [string, string][];
    await expect(beginSignOut(as(actor), { entries, cookieWithheld: false })).rejects.toMatchObject({
      reason: "invalid_request",
    });
    expect(await isLive(actor)).toBe(true);
  });
});
