import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { UserActor } from "#lib/context/context.ts";
import { resolveSession } from "#lib/sessions/resolve-session.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { reloadSigningKeys } from "#lib/signing-keys/load-signing-keys.ts";
import type { SigningAlgorithm } from "#lib/signing-keys/schema.ts";
import { signJwt } from "#lib/signing-keys/sign-jwt.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { type BuiltUser, buildSession, buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { insertSessionClient } from "../authorize/store.ts";
import { describeInteraction } from "../interactions/describe-interaction.ts";
import { subjectOf } from "../subjects/subject-of.ts";
import { ensureSubjectSalt } from "../subjects/subject-salt.ts";
import { beginSignOut } from "./begin-sign-out.ts";
import { decideSignOut } from "./decide-sign-out.ts";
import { signOutHere } from "./sign-out-here.ts";

let t: TestDatabase;
let client: ClientRow;
let pairwise: ClientRow;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  await ensureSubjectSalt(t.runtime());
  ({ client } = await buildClient(t.context()));
  ({ client: pairwise } = await buildClient(t.context(), { subjectType: "pairwise" }));
});
afterAll(() => t.close());

const bye = "https://app.example.com/bye";
const newcomer = () => buildUser(t.db);
const isLive = async ({ token }: Pick<BuiltUser, "token">) =>
  (await resolveSession(t.runtime(), token, testNow)) !== undefined;
const browserOf = (shown: BuiltUser | undefined, ...others: BuiltUser[]) =>
  shown ? t.context({ actor: shown.actor, alsoSignedIn: others.map(({ actor }) => actor) }) : t.context();
const hintFor = (
  actor: Pick<UserActor, "userId" | "sessionId">,
  { app = client, alg = "RS256" as SigningAlgorithm, ...overrides } = {},
) =>
  signJwt(
    t.runtime(),
    {
      iss: "https://id.example.com",
      aud: app.id,
      sub: subjectOf(t.runtime(), app, actor.userId),
      sid: actor.sessionId,
      exp: 1,
      ...overrides,
    },
    { alg },
  );
const begin = (ctx: ReturnType<typeof browserOf>, parameters: Record<string, string>) =>
  beginSignOut(ctx, {
    entries: Object.entries({ client_id: client.id, post_logout_redirect_uri: bye, ...parameters }),
    cookieWithheld: false,
  });
const tokenOf = (location: string) => new URL(location).searchParams.get("interaction") ?? "";

describe("OpenID Connect RP-Initiated Logout 1.0 section 2: id_token_hint", () => {
  it.each(["RS256", "ES256", "EdDSA"] as const)("is taken with %s, long after it expired", async (alg) => {
    const ana = await newcomer();
    const result = await begin(browserOf(ana), { id_token_hint: await hintFor(ana.actor, { alg }) });
    expect(result).toMatchObject({ location: bye, signedOut: true });
    expect(await isLive(ana)).toBe(false);
  });

  it("is taken when the key that signed it signs no more, and not when that key was revoked", async () => {
    const other = await testDatabase();
    const runtime = other.runtime();
    await ensureSigningKeys(runtime);
    const [ana, ben] = [await buildUser(other.db), await buildUser(other.db)];
    const { client: app } = await buildClient(other.context());
    const [anas, bens] = await Promise.all(
      [ana, ben].map(({ actor }) => {
        const claims = {
          iss: "https://id.example.com",
          aud: app.id,
          sub: actor.userId,
          sid: actor.sessionId,
        };
        return signJwt(runtime, claims, { alg: "ES256" });
      }),
    );
    const signOut = ({ actor }: BuiltUser, hint = "") =>
      beginSignOut(other.context({ actor }), { entries: [["id_token_hint", hint]], cookieWithheld: false });
    await other.sql`update signing_keys set state = 'retired', private_jwk = null where algorithm = 'ES256'`;
    await reloadSigningKeys(runtime);
    expect(await signOut(ana, anas)).toMatchObject({ signedOut: true });
    await other.sql`update signing_keys set revoked_at = now() where algorithm = 'ES256'`;
    await reloadSigningKeys(runtime);
    await expect(signOut(ben, bens)).rejects.toMatchObject({ reason: "invalid_id_token_hint" });
    await other.close();
  });

  it("of one of several signed-in accounts ends that one at once, and the others stay", async () => {
    const [ana, ben, eve] = [await newcomer(), await newcomer(), await newcomer()];
    const result = await begin(browserOf(ana, ben, eve), { id_token_hint: await hintFor(ben.actor) });
    expect(result).toMatchObject({ location: bye, signedOut: true });
    expect([await isLive(ana), await isLive(ben), await isLive(eve)]).toEqual([true, false, true]);
  });

  it("of an earlier session of somebody here asks, and means that person", async () => {
    const [ana, ben] = [await newcomer(), await newcomer()];
    for (const app of [client, pairwise]) {
      const { session: sessionId } = await buildSession(t.db, ben.actor.userId, testNow);
      const ctx = browserOf(ana, ben);
      const { location, signedOut } = await begin(ctx, {
        client_id: app.id,
        id_token_hint: await hintFor({ ...ben.actor, sessionId }, { app }),
      });
      expect(signedOut).toBe(false);
      expect(await describeInteraction(ctx, tokenOf(location))).toMatchObject({
        person: { username: ben.actor.username },
      });
      expect(await isLive(ben)).toBe(true);
    }
  });

  it("of a session that is live in another browser ends nothing where nobody is signed in", async () => {
    const ana = await newcomer();
    const result = await begin(browserOf(undefined), { id_token_hint: await hintFor(ana.actor) });
    expect(result.location).toBe(bye);
    expect(await isLive(ana)).toBe(true);
  });

  it("of a session that lies idle ends it, so that its other apps are told", async () => {
    const { client: told } = await buildClient(t.context(), {
      backchannelLogoutUri: "https://other.example.com/out",
    });
    const ana = await newcomer();
    const { sessionId } = ana.actor;
    await t.db.transaction((tx) =>
      insertSessionClient(tx, { sessionId, clientId: told.id, createdAt: testNow }),
    );
    const before = new Date(testNow.getTime() - 7_200_000).toISOString();
    await t.sql`update sessions set last_activity_at = ${before} where id = ${sessionId}`;
    await begin(browserOf(undefined), { id_token_hint: await hintFor(ana.actor) });
    const [row] = await t.sql`select revoked_at from sessions where id = ${sessionId}`;
    expect(row?.revoked_at).not.toBeNull();
    const [count] = await t.sql`select count(*)::int as messages from outbox_messages`;
    expect(count?.messages).toBe(1);
  });

  it("whose sid is no session of ours is no hint of any", async () => {
    const ana = await newcomer();
    const hint = await hintFor(ana.actor, { sid: "x' or 1=1" } as never);
    expect((await begin(browserOf(undefined), { id_token_hint: hint })).location).toBe(bye);
    expect((await begin(browserOf(ana), { id_token_hint: hint })).signedOut).toBe(false);
  });
});

describe("OpenID Connect RP-Initiated Logout 1.0 section 2: logout_hint", () => {
  it.each([
    ["the username, in whatever case", ({ username }: UserActor) => username.toUpperCase()],
    ["the subject", ({ userId }: UserActor) => userId],
    ["the session", ({ sessionId }: UserActor) => sessionId],
  ])("names one of several by %s, who is asked", async (_, hint) => {
    const [ana, ben] = [await newcomer(), await newcomer()];
    const ctx = browserOf(ana, ben);
    const { location } = await begin(ctx, { logout_hint: hint(ben.actor) });
    const interaction = tokenOf(location);
    expect(await describeInteraction(ctx, interaction)).toMatchObject({
      person: { username: ben.actor.username },
    });
    await decideSignOut(ctx, { interaction, decision: "sign_out" });
    expect([await isLive(ana), await isLive(ben)]).toEqual([true, false]);
  });

  it("of nobody here leaves the question to whom the browser shows", async () => {
    const [ana, ben] = [await newcomer(), await newcomer()];
    const ctx = browserOf(ana, ben);
    const { location } = await begin(ctx, { logout_hint: "nobody@example.com" });
    expect(await describeInteraction(ctx, tokenOf(location))).toMatchObject({
      person: { username: ana.actor.username },
    });
  });
});

describe("OpenID Connect Front-Channel Logout 1.0 section 2: frames after a sign-out", () => {
  const signInTo = (app: ClientRow, { actor }: BuiltUser) =>
    t.db.transaction((tx) =>
      insertSessionClient(tx, { sessionId: actor.sessionId, clientId: app.id, createdAt: testNow }),
    );
  const withFrame = async (uri: string, frontchannelLogoutSessionRequired: boolean) =>
    (
      await buildClient(t.context(), {
        frontchannelLogoutUri: uri,
        frontchannelLogoutSessionRequired,
        redirectUris: [new URL("/cb", uri).href],
      })
    ).client;

  it("open the page of each app of the session, with iss and sid where it asked for them", async () => {
    const plain = await withFrame("https://a.example.com/out?keep=1", false);
    const strict = await withFrame("https://b.example.com/out?keep=1", true);
    await withFrame("https://never.example.com/out", true);
    const ana = await newcomer();
    for (const app of [plain, strict, client]) await signInTo(app, ana);
    const { frames, location } = await begin(browserOf(ana), { id_token_hint: await hintFor(ana.actor) });
    const issuer = encodeURIComponent("https://id.example.com");
    expect([...(frames ?? [])].sort()).toEqual([
      "https://a.example.com/out?keep=1",
      `https://b.example.com/out?keep=1&iss=${issuer}&sid=${ana.actor.sessionId}`,
    ]);
    expect(location).toBe(bye);
  });

  it("are those of every account that was signed out here, and none when the person stays", async () => {
    const app = await withFrame("https://c.example.com/out", true);
    const [ana, ben] = [await newcomer(), await newcomer()];
    for (const person of [ana, ben]) await signInTo(app, person);
    const ctx = browserOf(ana, ben);
    const { location } = await begin(ctx, {});
    const stay = await decideSignOut(ctx, { interaction: tokenOf(location), decision: "stay" });
    expect(stay.frames ?? []).toEqual([]);
    const { frames, location: next } = await signOutHere(ctx, "all");
    expect(frames).toHaveLength(2);
    expect(next).toBe("https://id.example.com/sign-out?done=1");
    expect([await isLive(ana), await isLive(ben)]).toEqual([false, false]);
  });

  it("leave the others of the browser alone where only the shown account signs out", async () => {
    const [ana, ben] = [await newcomer(), await newcomer()];
    await signOutHere(browserOf(ana, ben), "shown");
    expect([await isLive(ana), await isLive(ben)]).toEqual([false, true]);
  });

  it("ends and frames nothing of others where the account shown has ended already", async () => {
    const app = await withFrame("https://d.example.com/out", true);
    const ben = await newcomer();
    await signInTo(app, ben);
    const ctx = t.context({ alsoSignedIn: [ben.actor] });
    expect((await signOutHere(ctx, "shown")).frames).toEqual([]);
    expect(await isLive(ben)).toBe(true);
    expect((await signOutHere(ctx, "all")).frames).toHaveLength(1);
    expect(await isLive(ben)).toBe(false);
  });
});
