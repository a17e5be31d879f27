import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { clientSecrets, clients } from "#drizzle/schema/clients.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { addClient } from "./add-client.ts";
import { authenticateClient } from "./authenticate-client.ts";
import { readClientCredentials } from "./read-client-credentials.ts";
import type { NewClient } from "./schema.ts";
import { isClientOrigin } from "./store.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const newClient: NewClient = {
  name: "Notes",
  redirectUris: ["https://app.example.com/cb"],
  postLogoutRedirectUris: [],
  tokenEndpointAuthMethod: "client_secret_basic",
  firstParty: false,
};

describe("addClient", () => {
  const operator = () => t.context({ actor: { type: "operator" } });

  it("makes an id and a 256-bit secret, of which it stores the hash alone, and writes it down", async () => {
    const { client, secret } = await addClient(operator(), newClient);
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const [row] = await t.db.select().from(clientSecrets).where(eq(clientSecrets.clientId, client.id));
    expect(row?.secretHash).toEqual(sha256(secret ?? ""));
    const [event] = await t.db.select().from(auditEvents).where(eq(auditEvents.clientId, client.id));
    expect(event).toMatchObject({ action: "client.created", outcome: "success", actorType: "operator" });
    expect(JSON.stringify(event)).not.toContain(secret);
  });

  it("gives a public client no secret, and PKCE whatever was asked", async () => {
    const added = await addClient(operator(), {
      ...newClient,
      tokenEndpointAuthMethod: "none",
      requirePkce: false,
    });
    expect(added.secret).toBeUndefined();
    expect(added.client.requirePkce).toBe(true);
  });

  it("lets an administrator add one, and refuses everybody else", async () => {
    const { actor: admin } = await buildUser(t.db, { role: "admin" });
    const { actor: user } = await buildUser(t.db);
    await expect(addClient(t.context({ actor: admin }), newClient)).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    await addClient(t.context({ actor: { ...admin, amr: ["mfa"] } }), newClient);
    for (const actor of [user, { type: "anonymous" } as const])
      await expect(addClient(t.context({ actor }), newClient)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("refuses an id that is taken", async () => {
    await addClient(operator(), { ...newClient, id: "taken" });
    await expect(addClient(operator(), { ...newClient, id: "taken" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("names every bad field", async () => {
    const input = {
      ...newClient,
      id: "not an id",
      name: " ",
      redirectUris: ["http://app.example.com/cb", "https://a.example/#x"],
      postLogoutRedirectUris: ["javascript:alert(1)"],
    };
    await expect(addClient(operator(), input)).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
      fields: ["name", "redirectUris.0", "redirectUris.1", "postLogoutRedirectUris.0", "id"].map((path) => ({
        path,
        message: expect.any(String),
      })),
    });
  });
});

describe("readClientCredentials", () => {
  const none = { authorization: undefined, clientId: undefined, clientSecret: undefined };
  const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

  it("reads Basic with form-encoded id and secret", () => {
    expect(readClientCredentials({ ...none, authorization: basic("my%2Dapp:a+b%3A%25c") })).toEqual({
      clientId: "my-app",
      method: "client_secret_basic",
      secret: "a b:%c",
    });
  });

  it("reads the body's secret, and its absence", () => {
    expect(readClientCredentials({ ...none, clientId: "a", clientSecret: "s" }).method).toBe(
      "client_secret_post",
    );
    expect(readClientCredentials({ ...none, clientId: "a" }).method).toBe("none");
  });

  it("refuses two methods at once", () => {
    const both = { authorization: basic("a:s"), clientId: "a", clientSecret: "s" };
    expect(() => readClientCredentials(both)).toThrow("invalid_request");
    const other = { authorization: basic("a:s"), clientId: "b", clientSecret: undefined };
    expect(() => readClientCredentials(other)).toThrow("invalid_request");
  });

  it("takes Basic with an empty secret for what it is: the name of a client, and no proof", () => {
    const source = { ...none, authorization: basic("app:") };
    expect(readClientCredentials(source)).toEqual({ clientId: "app", method: "none", secret: undefined });
    expect(readClientCredentials({ ...source, clientId: "app" }).method).toBe("none");
    expect(() => readClientCredentials({ ...source, clientId: "other" })).toThrow(/invalid_request/);
    expect(() => readClientCredentials({ ...source, clientSecret: "s" })).toThrow(/invalid_request/);
  });

  it.each(["", "Basic", "Basic !!!", "Basic YQ==", basic(":s"), basic("%:s"), basic("a%00:s"), "Bearer x"])(
    "refuses the header %j",
    (authorization) => {
      expect(() => readClientCredentials({ ...none, authorization })).toThrow("invalid_client");
    },
  );

  it("refuses a request that names nobody", () => {
    expect(() => readClientCredentials(none)).toThrow("invalid_client");
  });
});

describe("authenticateClient", () => {
  const lastEvent = async () => {
    const [event] = await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1);
    return event;
  };

  it("takes the right secret by the registered method", async () => {
    for (const method of ["client_secret_basic", "client_secret_post"] as const) {
      const { client, secret } = await buildClient(t.context(), { tokenEndpointAuthMethod: method });
      const found = await authenticateClient(t.context(), { clientId: client.id, method, secret });
      expect(found.id).toBe(client.id);
    }
  });

  it("refuses a wrong secret, a wrong method and an unknown client alike, and writes down which it was", async () => {
    const { client, secret } = await buildClient(t.context());
    const open = await buildClient(t.context(), { tokenEndpointAuthMethod: "none" });
    const basic = "client_secret_basic" as const;
    const attempts = [
      [{ clientId: client.id, method: basic, secret: "wrong" }, "wrong_secret"],
      [{ clientId: client.id, method: basic, secret: "" }, "wrong_secret"],
      [{ clientId: client.id, method: "client_secret_post" as const, secret }, "wrong_method"],
      [{ clientId: client.id, method: "none" as const, secret: undefined }, "wrong_method"],
      [{ clientId: open.client.id, method: basic, secret: "" }, "wrong_method"],
      [{ clientId: "nobody", method: basic, secret }, "unknown_client"],
      [{ clientId: "x".repeat(5000), method: basic, secret }, "unknown_client"],
      [{ clientId: "\ud800", method: basic, secret }, "unknown_client"],
    ] as const;
    for (const [presented, reason] of attempts) {
      const refused = authenticateClient(t.context(), presented);
      await expect(refused).rejects.toMatchObject({
        code: "invalid_client",
        description: "Client authentication failed.",
      });
      expect(await lastEvent()).toMatchObject({ action: "client.authentication_failed", reason });
    }
  });

  it("stops listening to a client that failed too often from one address, and to no other", async () => {
    const ctx = {
      ...t.context({ ip: "192.0.2.77" }),
      config: t.runtime({ RATE_LIMIT_ENABLED: "true" }).config,
    };
    const failing = await buildClient(ctx);
    const neighbour = await buildClient(ctx);
    const method = "client_secret_basic" as const;
    for (let attempt = 0; attempt < 10; attempt++)
      await expect(
        authenticateClient(ctx, { clientId: failing.client.id, method, secret: "outdated" }),
      ).rejects.toMatchObject({ code: "invalid_client" });
    await expect(
      authenticateClient(ctx, { clientId: failing.client.id, method, secret: failing.secret }),
    ).rejects.toMatchObject({ code: "RATE_LIMIT_EXCEEDED" });
    const { id } = neighbour.client;
    expect((await authenticateClient(ctx, { clientId: id, method, secret: neighbour.secret })).id).toBe(id);
  });

  it("takes every unexpired secret of a client, and no expired one", async () => {
    const { client, secret } = await buildClient(t.context());
    const next = { id: crypto.randomUUID(), clientId: client.id, createdAt: testNow };
    await t.db.insert(clientSecrets).values({ ...next, secretHash: sha256("second") });
    const present = (value: string | undefined) =>
      authenticateClient(t.context(), { clientId: client.id, method: "client_secret_basic", secret: value });
    expect((await present(secret)).id).toBe(client.id);
    expect((await present("second")).id).toBe(client.id);
    await t.db.update(clientSecrets).set({ expiresAt: testNow }).where(eq(clientSecrets.id, next.id));
    await expect(present("second")).rejects.toThrow("invalid_client");
  });

  it("refuses a disabled client", async () => {
    const { client, secret } = await buildClient(t.context());
    await t.db.update(clients).set({ disabledAt: testNow }).where(eq(clients.id, client.id));
    await expect(
      authenticateClient(t.context(), { clientId: client.id, method: "client_secret_basic", secret }),
    ).rejects.toThrow("invalid_client");
  });
});

describe("isClientOrigin", () => {
  it("knows the origins of redirect URIs, and nothing that only looks like one", async () => {
    await buildClient(t.context(), {
      redirectUris: ["https://spa.example.com/cb", "https://bare.example.com"],
    });
    for (const origin of ["https://spa.example.com", "https://bare.example.com"])
      expect(await isClientOrigin(t.db, origin)).toBe(true);
    for (const origin of [
      "https://spa.example",
      "http://spa.example.com",
      "https://spa.example.com:8443",
      "null",
      "%",
    ])
      expect(await isClientOrigin(t.db, origin)).toBe(false);
  });
});
