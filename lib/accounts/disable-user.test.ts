import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { grants } from "#drizzle/schema/grants.ts";
import type { ClientId, GrantId, TokenFamilyId, UserId } from "#drizzle/schema/ids.ts";
import { accessTokens, refreshTokens } from "#drizzle/schema/oidc.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { newId, randomSecret } from "#lib/crypto/random.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { disableUser, enableUser } from "./disable-user.ts";

let t: TestDatabase;
let clientId: ClientId;
beforeAll(async () => {
  t = await testDatabase();
  clientId = (await buildClient(t.context())).client.id;
});
afterAll(() => t.close());

const later = new Date(testNow.getTime() + 86_400_000);
const operator = () => t.context({ actor: { type: "operator" } });

/** A refresh token that outlives sessions, and its access token. */
async function giveTokens(userId: UserId): Promise<void> {
  const [grant] = await t.db
    .insert(grants)
    .values({
      id: newId<GrantId>(),
      userId,
      clientId,
      scopes: ["openid", "offline_access"],
      createdAt: testNow,
      updatedAt: testNow,
    })
    .onConflictDoUpdate({ target: [grants.userId, grants.clientId], set: { updatedAt: testNow } })
    .returning({ id: grants.id });
  if (!grant) throw new Error("no grant");
  const shared = {
    clientId,
    userId,
    sessionId: null,
    grantId: grant.id,
    familyId: newId<TokenFamilyId>(),
    scopes: ["openid"],
    createdAt: testNow,
    expiresAt: later,
  };
  await t.db.insert(accessTokens).values({ ...shared, tokenHash: sha256(randomSecret()) });
  await t.db.insert(refreshTokens).values({
    ...shared,
    tokenHash: sha256(randomSecret()),
    offline: true,
    authTime: testNow,
    acr: "phr",
    amr: [],
    familyExpiresAt: later,
  });
}

async function liveTokens(userId: UserId): Promise<number> {
  const access = await t.db.select().from(accessTokens).where(eq(accessTokens.userId, userId));
  const refresh = await t.db.select().from(refreshTokens).where(eq(refreshTokens.userId, userId));
  return [...access, ...refresh].filter(({ revokedAt }) => revokedAt === null).length;
}

describe("the tokens of a person who is disabled", () => {
  it("end, those that outlive sessions too, and nobody else's", async () => {
    const [ana, ben] = [(await buildUser(t.db)).actor, (await buildUser(t.db)).actor];
    await giveTokens(ana.userId);
    await giveTokens(ana.userId);
    await giveTokens(ben.userId);
    expect(await disableUser(operator(), ana.userId)).toMatchObject({ sessionsEnded: 1 });
    expect(await liveTokens(ana.userId)).toBe(0);
    expect(await liveTokens(ben.userId)).toBe(2);
  });

  it("do not come back when the person is enabled, even if one was issued a moment too late", async () => {
    const { actor } = await buildUser(t.db);
    await disableUser(operator(), actor.userId);
    await giveTokens(actor.userId);
    await enableUser(operator(), actor.userId);
    expect(await liveTokens(actor.userId)).toBe(0);
  });
});
