import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ClientRow, clientErrors } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { assertionClaims, type ClientKey, makeClientKey, signByClient } from "#lib/testing/client-key.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { authenticateClient } from "../authenticate-client.ts";
import { readClientCredentials } from "../read-client-credentials.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const clientAssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const refused = { code: "invalid_client" };

async function present(clientAssertion: string, ctx: Context): Promise<string> {
  const source = { authorization: undefined, clientId: undefined, clientSecret: undefined };
  const credentials = readClientCredentials({ ...source, clientAssertion, clientAssertionType });
  return (await authenticateClient(ctx, credentials)).id;
}

describe("keys at an address of the app", () => {
  let body: string;
  let status = 200;
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  let address: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  });
  afterAll(() => void server.close());

  const opened = (seconds = 0): Context => ({
    ...t.context({ now: new Date(testNow.getTime() + seconds * 1000) }),
    config: t.runtime({ ALLOW_PRIVATE_NETWORK: "127.0.0.1" }).config,
  });
  const publish = (...keys: readonly ClientKey[]) => {
    body = JSON.stringify({ keys: keys.map(({ publicJwk }) => publicJwk) });
    status = 200;
  };
  const build = async () =>
    (await buildClient(t.context(), { tokenEndpointAuthMethod: "private_key_jwt", jwksUri: address })).client;
  const by = (own: ClientKey, app: ClientRow, ctx: Context) =>
    signByClient(own, assertionClaims(app.id, ctx.now));
  const attempt = async (own: ClientKey, app: ClientRow, ctx: Context) =>
    present(await by(own, app, ctx), ctx);

  it("are fetched once and remembered, and asked for again at an unknown kid, twice a minute at most", async () => {
    const [old, next, stranger] = [makeClientKey(), makeClientKey(), makeClientKey()];
    const app = await build();
    publish(old);
    asked = 0;
    await attempt(old, app, opened());
    await attempt(old, app, opened(1));
    expect(asked).toBe(1);
    publish(next);
    await expect(attempt(next, app, opened(29))).rejects.toMatchObject(refused);
    expect(asked).toBe(1);
    await attempt(next, app, opened(31));
    expect(asked).toBe(2);
    for (let second = 32; second < 60; second += 3)
      await expect(attempt(stranger, app, opened(second))).rejects.toMatchObject(refused);
    expect(asked).toBe(2);
    await expect(attempt(old, app, opened(60))).rejects.toMatchObject(refused);
  });

  it("are fetched again after ten minutes, and go on for an hour while the address does not answer", async () => {
    const own = makeClientKey();
    const app = await build();
    publish(own);
    asked = 0;
    await attempt(own, app, opened());
    await attempt(own, app, opened(599));
    expect(asked).toBe(1);
    status = 500;
    await attempt(own, app, opened(600));
    await attempt(own, app, opened(3599));
    await expect(attempt(own, app, opened(3700))).rejects.toMatchObject(refused);
    const errors = await t.db.select().from(clientErrors).where(eq(clientErrors.clientId, app.id));
    expect(errors[0]).toMatchObject({ code: "jwks_uri_unusable", endpoint: "jwks_uri" });
  });

  it("are asked for once by a hundred requests at once", async () => {
    const own = makeClientKey();
    const app = await build();
    publish(own);
    asked = 0;
    await Promise.all(Array.from({ length: 100 }, () => attempt(own, app, opened())));
    expect(asked).toBe(1);
  });

  it("are not fetched from this machine or its networks unless the operator opened that", async () => {
    const own = makeClientKey();
    const app = await build();
    publish(own);
    asked = 0;
    await expect(attempt(own, app, t.context())).rejects.toMatchObject(refused);
    expect(asked).toBe(0);
  });

  it.each(["", "[]", "{}", '{"keys":1}', '{"keys":[{"kty":"oct","k":"AAAA"}]}', "x".repeat(70_000)])(
    "are none in the document %.20j",
    async (text) => {
      const own = makeClientKey();
      const app = await build();
      body = text;
      status = 200;
      await expect(attempt(own, app, opened())).rejects.toMatchObject(refused);
    },
  );
});
