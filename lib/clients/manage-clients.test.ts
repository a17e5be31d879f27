import { generateKeyPairSync } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { clientSecrets } from "#drizzle/schema/clients.ts";
import { groups } from "#drizzle/schema/groups.ts";
import type { GroupId } from "#drizzle/schema/ids.ts";
import { accessTokens } from "#drizzle/schema/oidc.ts";
import type { Context } from "#lib/context/context.ts";
import { newId, randomToken } from "#lib/crypto/random.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { addClient } from "./add-client.ts";
import { authenticateClient } from "./authenticate-client.ts";
import { deleteClient } from "./delete-client.ts";
import { disableClient, enableClient } from "./disable-client.ts";
import { getClient } from "./get-client.ts";
import type { NewClient, PartialMetadata } from "./schema.ts";
import { addClientSecret } from "./secrets/add-client-secret.ts";
import { removeClientSecret } from "./secrets/remove-client-secret.ts";
import { openClientSecret } from "./secrets/seal-secret.ts";
import { selectClientSecrets } from "./secrets/store.ts";
import { setClientGroups } from "./set-client-groups.ts";
import { findClient, selectClientGroups } from "./store.ts";
import { updateClient } from "./update-client.ts";

let t: TestDatabase;
let operator: Context;
beforeAll(async () => {
  t = await testDatabase();
  operator = t.context({ actor: { type: "operator" } });
});
afterAll(() => t.close());

const publicKey = (type: "ec" | "rsa", bits = 2048) =>
  (type === "ec"
    ? generateKeyPairSync("ec", { namedCurve: "P-256" })
    : generateKeyPairSync("rsa", { modulusLength: bits })
  ).publicKey.export({ format: "jwk" }) as { kty: string };
const ecKey = publicKey("ec");
const fieldsOf = async (given: Partial<NewClient>): Promise<string[]> => {
  try {
    await addClient(operator, { name: "App", redirectUris: ["https://app.example.com/cb"], ...given });
    return [];
  } catch (error) {
    return (error as { fields: { path: string }[] }).fields.map(({ path }) => path);
  }
};

describe("what an app may be registered with", () => {
  const accepted: [string, Partial<NewClient>][] = [
    ["an app without people", { grantTypes: ["client_credentials"], redirectUris: [] }],
    ["keys by value", { tokenEndpointAuthMethod: "private_key_jwt", jwks: { keys: [ecKey] } }],
    [
      "keys by address",
      { tokenEndpointAuthMethod: "private_key_jwt", jwksUri: "https://app.example.com/jwks" },
    ],
    ["a hybrid app", { responseTypes: ["code id_token"] }],
    [
      "patterns where they are allowed",
      { allowRedirectWildcards: true, redirectUris: ["https://*.app.example.com/*/cb"] },
    ],
    ["pairwise subjects for one host", { subjectType: "pairwise" }],
  ];
  it.each(accepted)("takes %s", async (_, given) => {
    expect(await fieldsOf(given)).toEqual([]);
  });

  const refused: [string, Partial<NewClient>, string][] = [
    ["no redirect URI", { redirectUris: [] }, "redirectUris"],
    [
      "a response type without its grant",
      { responseTypes: ["code"], grantTypes: ["client_credentials"] },
      "grantTypes",
    ],
    ["implicit without a response type", { grantTypes: ["authorization_code", "implicit"] }, "grantTypes"],
    ["refresh_token alone", { grantTypes: ["refresh_token"], responseTypes: [] }, "grantTypes"],
    [
      "client_credentials for a public app",
      { grantTypes: ["client_credentials"], responseTypes: [], tokenEndpointAuthMethod: "none" },
      "grantTypes",
    ],
    ["keys twice", { jwks: { keys: [ecKey] }, jwksUri: "https://app.example.com/jwks" }, "jwks"],
    ["private_key_jwt without keys", { tokenEndpointAuthMethod: "private_key_jwt" }, "jwks"],
    ["a private key", { jwks: { keys: [{ ...ecKey, d: "AA" }] } }, "jwks"],
    ["a symmetric key", { jwks: { keys: [{ kty: "oct", k: "AA" }] } }, "jwks"],
    ["a weak RSA key", { jwks: { keys: [publicKey("rsa", 1024)] } }, "jwks"],
    ["a key that is none", { jwks: { keys: [{ kty: "EC", crv: "P-256", x: "AA", y: "AA" }] } }, "jwks"],
    [
      "two keys of one kid",
      {
        jwks: {
          keys: [
            { ...ecKey, kid: "1" },
            { ...ecKey, kid: "1" },
          ],
        },
      },
      "jwks",
    ],
    [
      "an algorithm that no key fits",
      {
        tokenEndpointAuthMethod: "private_key_jwt",
        tokenEndpointAuthSigningAlg: "RS256",
        jwks: { keys: [ecKey] },
      },
      "jwks",
    ],
    [
      "a MAC for private_key_jwt",
      {
        tokenEndpointAuthMethod: "private_key_jwt",
        tokenEndpointAuthSigningAlg: "HS256",
        jwks: { keys: [ecKey] },
      },
      "tokenEndpointAuthSigningAlg",
    ],
    [
      "a signature for client_secret_jwt",
      { tokenEndpointAuthMethod: "client_secret_jwt", tokenEndpointAuthSigningAlg: "RS256" },
      "tokenEndpointAuthSigningAlg",
    ],
    ["signed requests without keys", { requireSignedRequestObject: true }, "jwks"],
    ["a pattern without leave", { redirectUris: ["https://*.app.example.com/cb"] }, "redirectUris.0"],
    [
      "a pattern over a whole domain",
      { allowRedirectWildcards: true, redirectUris: ["https://*.com/cb"] },
      "redirectUris.0",
    ],
    [
      "a pattern in half a label",
      { allowRedirectWildcards: true, redirectUris: ["https://a*.example.com/cb"] },
      "redirectUris.0",
    ],
    [
      "a pattern in the port",
      { allowRedirectWildcards: true, redirectUris: ["https://a.example.com:*/cb"] },
      "redirectUris.0",
    ],
    [
      "tokens to localhost",
      { responseTypes: ["id_token"], redirectUris: ["http://localhost/cb"] },
      "redirectUris.0",
    ],
    [
      "plain http for logging out",
      { backchannelLogoutUri: "http://app.example.com/out" },
      "backchannelLogoutUri",
    ],
    [
      "frames of another host",
      { frontchannelLogoutUri: "https://b.example.com/out" },
      "frontchannelLogoutUri",
    ],
    ["a script as logo", { logoUri: "javascript:alert(1)" }, "logoUri"],
    [
      "pairwise subjects for two hosts",
      { subjectType: "pairwise", redirectUris: ["https://a.example.com/", "https://b.example.com/"] },
      "sectorIdentifierUri",
    ],
    ["a name with a line break", { name: "A\nB" }, "name"],
    ["a name that turns what stands beside it", { name: "Bank\u202egro.live" }, "name"],
    ["a NUL in a key", { jwks: { keys: [{ ...ecKey, note: "\0" }] } }, "jwks"],
    ["half a character in a key", { jwks: { keys: [{ ...ecKey, note: "\ud800" }] } }, "jwks"],
  ];
  it.each(refused)("refuses %s", async (_, given, field) => {
    expect(await fieldsOf(given)).toContain(field);
  });

  it("switches on what FAPI 2.0 demands, and refuses what it forbids", async () => {
    const given: NewClient = {
      name: "Bank",
      securityProfile: "fapi2",
      redirectUris: ["https://bank.example.com/cb"],
      jwks: { keys: [ecKey] },
    };
    const { client, secret } = await addClient(operator, given);
    expect(secret).toBeUndefined();
    expect(client).toMatchObject({
      tokenEndpointAuthMethod: "private_key_jwt",
      requirePushedAuthorizationRequests: true,
      dpopBoundAccessTokens: true,
      requirePkce: true,
      idTokenSignedResponseAlg: "ES256",
    });
    const forbidden = {
      ...given,
      tokenEndpointAuthMethod: "client_secret_basic",
      idTokenSignedResponseAlg: "RS256",
    } as const;
    expect(await fieldsOf(forbidden)).toEqual(["tokenEndpointAuthMethod", "idTokenSignedResponseAlg"]);
  });
});

describe("sector identifiers", () => {
  it.each([
    "https://127.0.0.1/sector.json",
    "https://localhost/sector.json",
    "https://2130706433/sector.json",
    "https://[::1]/sector.json",
    "https://[::ffff:127.0.0.1]/sector.json",
    "https://169.254.169.254/latest/meta-data",
  ])("are never read from inside: %s", async (sectorIdentifierUri) => {
    expect(await fieldsOf({ sectorIdentifierUri })).toEqual(["sectorIdentifierUri"]);
  });
});

describe("updateClient", () => {
  it("changes what is named, keeps the rest, and tells both", async () => {
    const { client } = await buildClient(t.context());
    const changed = await updateClient(operator, {
      id: client.id,
      changes: { name: "Better", claimsInIdToken: true },
    });
    expect(changed.client).toMatchObject({
      name: "Better",
      claimsInIdToken: true,
      redirectUris: client.redirectUris,
    });
    const [event] = await eventsOf(client.id);
    expect(event).toMatchObject({
      action: "client.updated",
      details: {
        changed: ["name", "claimsInIdToken"],
        before: ['name: "Notes"', "claimsInIdToken: false"],
        after: ['name: "Better"', "claimsInIdToken: true"],
      },
    });
  });

  it("looks at a sector again only when it may have changed: its server may be away", async () => {
    const { client } = await buildClient(t.context());
    await t.sql`update clients set sector_identifier_uri = 'https://127.0.0.1/s' where id = ${client.id}`;
    const update = (changes: PartialMetadata) => updateClient(operator, { id: client.id, changes });
    expect((await update({ name: "Better" })).client.sectorIdentifierUri).toBe("https://127.0.0.1/s");
    await expect(update({ redirectUris: ["https://b.example.com/cb"] })).rejects.toMatchObject({
      fields: [{ path: "sectorIdentifierUri" }],
    });
  });

  it("makes a secret for an app that needs one now, and drops those of one that does not", async () => {
    const { client } = await buildClient(t.context(), { tokenEndpointAuthMethod: "none" });
    const update = (changes: PartialMetadata) => updateClient(operator, { id: client.id, changes });
    expect((await update({ tokenEndpointAuthMethod: "client_secret_post" })).secret).toMatch(/^.{43}$/);
    expect((await update({ tokenEndpointAuthMethod: "client_secret_basic" })).secret).toBeUndefined();
    const { secret } = await update({ tokenEndpointAuthMethod: "client_secret_jwt" });
    const sealed = await t.db.select().from(clientSecrets).where(eq(clientSecrets.clientId, client.id));
    const last = sealed.at(-1);
    expect(openClientSecret(t.keyring, last?.id ?? "", last?.sealedSecret ?? new Uint8Array())).toBe(secret);
    expect(() => openClientSecret(t.keyring, "other", last?.sealedSecret ?? new Uint8Array())).toThrow();
    await update({ tokenEndpointAuthMethod: "none" });
    expect(await selectClientSecrets(t.db, client.id)).toEqual([]);
  });

  it("refuses unknown members, broken ones, unknown apps and others than administrators", async () => {
    const { client } = await buildClient(t.context());
    const update = (ctx: Context, id: string, changes: object) => updateClient(ctx, { id, changes });
    await expect(update(operator, client.id, { source: "dynamic" })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
    });
    await expect(update(operator, client.id, { redirectUris: [] })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
    });
    await expect(update(operator, "nobody", {})).rejects.toMatchObject({ code: "CLIENT_NOT_FOUND" });
    const { actor } = await buildUser(t.db);
    await expect(update(t.context({ actor }), client.id, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { actor: admin } = await buildUser(t.db, { role: "admin" });
    await expect(update(t.context({ actor: admin }), client.id, {})).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
  });
});

describe("secrets", () => {
  const signIn = (clientId: string, secret: string, now = testNow) =>
    authenticateClient(t.context({ now }), {
      clientId,
      method: "client_secret_basic",
      secret,
    } as Parameters<typeof authenticateClient>[1]);

  it("overlap while an app changes over, and the old one ends", async () => {
    const { client, secret = "" } = await buildClient(t.context());
    const added = await addClientSecret(operator, { clientId: client.id, othersExpireInSeconds: 60 });
    await signIn(client.id, secret);
    await signIn(client.id, added.secret);
    const later = new Date(testNow.getTime() + 61_000);
    await expect(signIn(client.id, secret, later)).rejects.toThrow("invalid_client");
    await signIn(client.id, added.secret, later);
  });

  it("expire, and can be removed", async () => {
    const { client, secret = "" } = await buildClient(t.context());
    const added = await addClientSecret(operator, { clientId: client.id, expiresInSeconds: 60 });
    expect(added.expiresAt).toEqual(new Date(testNow.getTime() + 60_000));
    await removeClientSecret(operator, { clientId: client.id, secretId: added.id });
    await expect(signIn(client.id, added.secret)).rejects.toThrow("invalid_client");
    await signIn(client.id, secret);
    const other = { clientId: "other", secretId: (await selectClientSecrets(t.db, client.id))[0]?.id ?? "" };
    await expect(removeClientSecret(operator, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(JSON.stringify(await eventsOf(client.id))).not.toContain(added.secret);
  });

  it("are five at most, and none for an app that has no use for one", async () => {
    const { client } = await buildClient(t.context());
    for (let count = 1; count < 5; count += 1) await addClientSecret(operator, { clientId: client.id });
    await expect(addClientSecret(operator, { clientId: client.id })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const open = (await buildClient(t.context(), { tokenEndpointAuthMethod: "none" })).client;
    await expect(addClientSecret(operator, { clientId: open.id })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("disableClient", () => {
  it("ends its tokens for good, and enabling lets it in again", async () => {
    const { client } = await buildClient(t.context());
    const tokenHash = randomToken(32);
    await t.db.insert(accessTokens).values({
      tokenHash,
      clientId: client.id,
      scopes: [],
      createdAt: testNow,
      expiresAt: new Date(testNow.getTime() + 1000),
    });
    expect((await disableClient(operator, client.id)).tokensEnded).toBe(1);
    expect(await findClient(t.db, client.id)).toBeUndefined();
    expect((await getClient(operator, client.id)).disabledAt).toEqual(testNow);
    await enableClient(operator, client.id);
    expect(await findClient(t.db, client.id)).toBeDefined();
    const [token] = await t.db.select().from(accessTokens).where(eq(accessTokens.tokenHash, tokenHash));
    expect(token?.revokedAt).toEqual(testNow);
    expect((await eventsOf(client.id)).map((event) => event.action)).toEqual([
      "client.enabled",
      "client.disabled",
      "client.created",
    ]);
  });
});

describe("deleteClient", () => {
  it("removes an app and keeps its trace", async () => {
    const { client } = await buildClient(t.context());
    await deleteClient(operator, client.id);
    await expect(getClient(operator, client.id)).rejects.toMatchObject({ code: "CLIENT_NOT_FOUND" });
    expect((await eventsOf(client.id))[0]).toMatchObject({
      action: "client.deleted",
      details: { name: "Notes" },
    });
    await expect(deleteClient(operator, client.id)).rejects.toMatchObject({ code: "CLIENT_NOT_FOUND" });
  });
});

describe("setClientGroups", () => {
  it("replaces the groups, and refuses one that is not there", async () => {
    const { client } = await buildClient(t.context());
    const ids = [newId<GroupId>(), newId<GroupId>()];
    await t.db
      .insert(groups)
      .values(ids.map((id) => ({ id, name: id, displayName: id, createdAt: testNow, updatedAt: testNow })));
    await setClientGroups(operator, { clientId: client.id, groupIds: ids });
    expect(await selectClientGroups(t.db, client.id)).toEqual(ids);
    const wrong = { clientId: client.id, groupIds: [newId<string>()] };
    await expect(setClientGroups(operator, wrong)).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
      fields: [{ path: "groupIds.0" }],
    });
    expect(await selectClientGroups(t.db, client.id)).toEqual(ids);
    await setClientGroups(operator, { clientId: client.id, groupIds: [] });
    expect((await eventsOf(client.id))[0]).toMatchObject({ details: { before: ids, after: [] } });
  });
});

function eventsOf(clientId: string) {
  return t.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.clientId, clientId as never))
    .orderBy(desc(auditEvents.id));
}
