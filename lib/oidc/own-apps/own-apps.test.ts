import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clientGroups } from "#drizzle/schema/clients.ts";
import type { ClientId } from "#drizzle/schema/ids.ts";
import { disableClient } from "#lib/clients/disable-client.ts";
import type { NewClient } from "#lib/clients/schema.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { rememberConsent } from "#lib/grants/remember-consent.ts";
import { revokeGrant } from "#lib/grants/revoke-grant.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { obtainCode } from "#lib/testing/authorization.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { listLauncher } from "./list-launcher.ts";
import { listOwnApps } from "./list-own-apps.ts";

let t: TestDatabase;
let ana: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
});
beforeEach(async () => {
  await t.sql`delete from clients`;
  ana = (await buildUser(t.db, { displayName: "Ana Ruiz", emailVerifiedAt: testNow })).actor;
});
afterAll(() => t.close());

const as = (actor: UserActor, overrides: Partial<Context> = {}) => t.context({ actor, ...overrides });

async function appOf(overrides: Partial<NewClient> = {}) {
  return (await buildClient(t.context(), overrides)).client;
}

function consent(userId: UserActor["userId"], clientId: ClientId, scopes: string[], claims: string[] = []) {
  return rememberConsent(t.context(), t.db, { userId, clientId, scopes, claims, resources: [] });
}

describe("listOwnApps", () => {
  it("is for people who are signed in, and tells nobody of another's apps", async () => {
    const { id } = await appOf();
    await consent(ana.userId, id, ["openid"]);
    await expect(listOwnApps(t.context())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await listOwnApps(as((await buildUser(t.db)).actor))).toEqual([]);
    expect(await listOwnApps(as(ana))).toHaveLength(1);
  });

  it("tells what was allowed, with the person's own values", async () => {
    const { id } = await appOf({ clientUri: "https://notes.example.com/" });
    await consent(ana.userId, id, ["openid", "email", "offline_access", "of another version"], ["name"]);
    expect(await listOwnApps(as(ana))).toEqual([
      {
        clientId: id,
        name: "Notes",
        clientUri: "https://notes.example.com/",
        firstParty: false,
        selfRegistered: false,
        disabled: false,
        scopes: ["openid", "email", "offline_access"],
        claims: ["name"],
        resources: [],
        sees: [
          { name: "name", value: "Ana Ruiz" },
          { name: "email", value: ana.username },
          { name: "email_verified", value: "true" },
        ],
        staysSignedIn: true,
        createdAt: testNow,
        lastUsedAt: testNow,
      },
    ]);
  });

  it("tells of an app of the house what its registration lets it have, since nobody was asked", async () => {
    const { id, redirectUris } = await appOf({ firstParty: true, scopes: ["openid", "email"] });
    await obtainCode(as(ana), { id, redirectUris }, { scope: "openid" });
    const [app] = await listOwnApps(as(ana));
    expect(app).toMatchObject({ firstParty: true, scopes: ["openid", "email"], staysSignedIn: false });
    expect(app?.sees.map(({ name }) => name)).toEqual(["email", "email_verified"]);
  });

  it("keeps the time of the last sign-in, and forgets the app when its access is taken back", async () => {
    const app = await appOf({ firstParty: true });
    await obtainCode(as(ana), app);
    const later = new Date(testNow.getTime() + 60_000);
    await obtainCode(as(ana, { now: later }), app);
    expect(await listOwnApps(as(ana))).toMatchObject([{ createdAt: testNow, lastUsedAt: later }]);
    await revokeGrant(as(ana), { clientId: app.id });
    expect(await listOwnApps(as(ana))).toEqual([]);
  });
});

describe("listLauncher", () => {
  const names = async (actor = ana) => (await listLauncher(as(actor))).map(({ name }) => name);
  const home = "https://app.example.com/";

  it("is for people who are signed in", async () => {
    await expect(listLauncher(t.context())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("begins with what was used last, then offers by name what an administrator registered", async () => {
    const old = await appOf({ name: "Used first" });
    const late = await appOf({ name: "Used last", clientUri: home });
    await appOf({ name: "Wiki", clientUri: home });
    await appOf({ name: "Files", clientUri: home });
    await appOf({ name: "Without a page" });
    await consent(ana.userId, old.id, ["openid"]);
    await rememberConsent(as(ana, { now: new Date(testNow.getTime() + 1) }), t.db, {
      userId: ana.userId,
      clientId: late.id,
      scopes: [],
      claims: [],
      resources: [],
    });
    expect(await names()).toEqual(["Used last", "Used first", "Files", "Wiki"]);
    const [first, second] = await listLauncher(as(ana));
    expect(first).toMatchObject({ href: home, lastUsedAt: new Date(testNow.getTime() + 1) });
    expect(second?.href).toBeUndefined();
  });

  it("offers an app with groups to their members alone, also when it was used before", async () => {
    const { id } = await appOf({ name: "Payroll", clientUri: home });
    await consent(ana.userId, id, ["openid"]);
    const leo = (await buildUser(t.db)).actor;
    const group = await buildGroup(t.db, [leo.userId]);
    await t.db.insert(clientGroups).values({ clientId: id, groupId: group.id });
    expect(await names()).toEqual([]);
    expect(await names(leo)).toEqual(["Payroll"]);
  });

  it("leaves out what is switched off, and what registered itself until it is used", async () => {
    const off = await appOf({ name: "Off", clientUri: home });
    await disableClient(t.context({ actor: { type: "operator" } }), off.id);
    const { id } = await appOf({ name: "Stranger", clientUri: home });
    await t.sql`update clients set source = 'dynamic' where id = ${id}`;
    expect(await names()).toEqual([]);
    await consent(ana.userId, id, ["openid"]);
    expect(await names()).toEqual(["Stranger"]);
  });
});
