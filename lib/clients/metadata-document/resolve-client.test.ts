import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { Context } from "#lib/context/context.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { authenticateClient } from "../authenticate-client.ts";
import { disableClient } from "../disable-client.ts";
import { updateClient } from "../update-client.ts";
import { isDocumentClientId } from "./document-client-id.ts";
import { documentExpiry } from "./document-lifetime.ts";
import { resolveClient } from "./resolve-client.ts";

const variables = {
  BASE_URL: "http://localhost:3000",
  CLIENT_ID_METADATA_DOCUMENTS: "on",
  ALLOW_PRIVATE_NETWORK: "127.0.0.1",
};
let t: TestDatabase;
let origin: string;
let asked: number;
let next = 0;
let id: string;
let answer: (response: ServerResponse) => void;
const server = createServer((_request, response) => {
  asked += 1;
  answer(response);
});
beforeAll(async () => {
  t = await testDatabase();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await t.close();
});
beforeEach(() => {
  asked = 0;
  next += 1;
  id = `${origin}/app-${next}.json`;
  serve({});
});

const at = (seconds: number, extra: Record<string, string> = {}): Context => ({
  ...t.context({ now: new Date(testNow.getTime() + seconds * 1000) }),
  config: t.runtime({ ...variables, ...extra }).config,
});
const operator = () => ({ ...at(0), actor: { type: "operator" } as const });
const resolve = (seconds = 0) => resolveClient(at(seconds), id);

function serve(members: Record<string, unknown>, headers: Record<string, string> = {}, status = 200) {
  const document = {
    client_id: id,
    client_name: "Robot",
    redirect_uris: ["http://127.0.0.1/cb"],
    ...members,
  };
  serveText(JSON.stringify(document), { "content-type": "application/json", ...headers }, status);
}

function serveText(text: string, headers: Record<string, string>, status = 200) {
  answer = (response) => {
    response.writeHead(status, headers).end(text);
  };
}

describe("ids that are the address of a document", () => {
  const { config } = { config: () => t.runtime({ CLIENT_ID_METADATA_DOCUMENTS: "on" }).config };

  it.each([
    "https://app.example.com/",
    "https://app.example.com/client.json",
    "https://app.example.com:8443/a?v=1",
  ])("%s may be one", (candidate) => expect(isDocumentClientId(config(), candidate)).toBe(true));

  it.each([
    "http://app.example.com/client.json",
    "https://app.example.com",
    "https://app.example.com/a/../client.json",
    "https://app.example.com/./client.json",
    "https://app.example.com/client.json#x",
    "https://user@app.example.com/client.json",
    "https://APP.example.com/client.json",
    "https://app.example.com:443/client.json",
    "https://app.example.com\\client.json",
    "https://äpp.example.com/client.json",
    `https://app.example.com/${"a".repeat(500)}`,
    "file:///etc/passwd",
    "notes",
  ])("%.60s is none", (candidate) => expect(isDocumentClientId(config(), candidate)).toBe(false));

  it("are none while documents are switched off", () => {
    expect(isDocumentClientId(t.runtime().config, "https://app.example.com/client.json")).toBe(false);
  });
});

describe("an app that its document describes", () => {
  it("is there at the first sight of its address, with what the document says", async () => {
    serve({ scope: "openid email", first_party: true });
    expect(await resolve()).toMatchObject({
      id,
      name: "Robot",
      source: "metadata_document",
      tokenEndpointAuthMethod: "none",
      requirePkce: true,
      firstParty: false,
      scopes: ["openid", "email"],
    });
    expect(await authenticateClient(at(1), { clientId: id, method: "none" } as never)).toMatchObject({ id });
    expect(asked).toBe(1);
  });

  it("may come to the token endpoint first", async () => {
    expect(await authenticateClient(at(0), { clientId: id, method: "none" } as never)).toMatchObject({ id });
  });

  it("is made once by a hundred requests at once, on two instances too", async () => {
    const elsewhere = () => resolveClient({ ...at(0), requestId: "other" }, id);
    const rows = await Promise.all(
      Array.from({ length: 100 }, (_, index) => (index % 2 ? resolve() : elsewhere())),
    );
    expect(new Set(rows.map((row) => row?.id))).toEqual(new Set([id]));
    expect(asked).toBe(1);
    const [count] = await t.sql`select count(*)::int as rows from clients where id = ${id}`;
    expect(count?.rows).toBe(1);
    expect(await eventsOf("client.created")).toHaveLength(1);
  });

  it("is asked for again when its document is old, and changes with it", async () => {
    serve({}, { "cache-control": "max-age=600" });
    await resolve();
    await resolve(599);
    expect(asked).toBe(1);
    serve({ client_name: "Other" }, { "cache-control": "max-age=600" });
    expect(await resolve(600)).toMatchObject({ name: "Other" });
    expect(await eventsOf("client.updated")).toMatchObject([{ actorType: "client", actorId: id }]);
    await resolve(1200);
    expect(asked).toBe(3);
    expect(await eventsOf("client.updated")).toHaveLength(1);
  });

  it("goes on for a day while its server is down, asked once a minute; a document that is wrong ends it", async () => {
    await resolve();
    serve({}, {}, 503);
    expect(await resolve(3600)).toMatchObject({ id });
    expect(await resolve(3630)).toMatchObject({ id });
    expect(asked).toBe(2);
    expect(await resolve(3661)).toMatchObject({ id });
    await expect(resolve(3600 + 86_401)).rejects.toThrow("status 503");
    serve({}, {}, 404);
    await expect(resolve(7200)).rejects.toThrow("status 404");
  });

  it("keeps what an administrator said, and is shut out by one without being asked for", async () => {
    await resolve();
    await updateClient(operator(), { id, changes: { requireDeviceBound: true } });
    await expect(updateClient(operator(), { id, changes: { name: "Mine" } })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    serve({ client_name: "Other" });
    expect(await resolve(3600)).toMatchObject({ name: "Other", requireDeviceBound: true });
    await disableClient(operator(), id);
    asked = 0;
    expect(await resolve(90_000)).toBeUndefined();
    expect(asked).toBe(0);
  });

  it("is nobody when documents are switched off", async () => {
    await resolve();
    const off = at(0, { CLIENT_ID_METADATA_DOCUMENTS: "off" });
    expect(await resolveClient(off, id)).toBeUndefined();
    await expect(authenticateClient(off, { clientId: id, method: "none" } as never)).rejects.toThrow(
      "invalid_client",
    );
  });

  it("costs whoever names ever new addresses", async () => {
    const ctx = at(0, { RATE_LIMIT_ENABLED: "true", RATE_LIMIT_REQUESTS: "10" });
    for (const part of [1, 2]) await resolveClient(ctx, `${origin}/x${part}.json`).catch(() => {});
    await expect(resolveClient(ctx, `${origin}/x3.json`)).rejects.toMatchObject({
      code: "RATE_LIMIT_EXCEEDED",
    });
  });
});

describe("documents that make no app", () => {
  it.each([
    ["another id", { client_id: "https://other.example.com/" }, "client_id"],
    ["no id", { client_id: undefined }, "client_id"],
    ["a secret", { client_secret: "s" }, "client_secret"],
    ["an end of a secret", { client_secret_expires_at: 0 }, "client_secret_expires_at"],
    [
      "authentication by a secret",
      { token_endpoint_auth_method: "client_secret_basic" },
      "token_endpoint_auth_method",
    ],
    ["a private key", { jwks: { keys: [{ kty: "EC", crv: "P-256", x: "AA", y: "AA", d: "AA" }] } }, "jwks"],
    ["no redirect URI", { redirect_uris: [] }, "redirect_uris"],
    ["a redirect URI in the clear", { redirect_uris: ["http://app.example.com/"] }, "redirect_uris"],
    ["a pattern", { redirect_uris: ["https://*.app.example.com/"] }, "redirect_uris"],
    ["a name that cannot be stored", { client_name: "a\0b" }, "client_name"],
  ])("with %s", async (_, members, told) => {
    serve(members);
    await expect(resolve()).rejects.toThrow(told);
    expect(await eventsOf("client.document_refused")).toMatchObject([{ outcome: "failure" }]);
    expect(await t.sql`select id from clients where id = ${id}`).toEqual([]);
  });

  it.each([
    ["no JSON", "<html>", "application/json", "JSON"],
    ["a list", "[]", "application/json", "object"],
    ["a text", "{}", "text/html", "application/json"],
    ["broken UTF-8", "\udc80", "application/json", "JSON"],
    ["too many bytes", " ".repeat(66_000), "application/json", "64 KiB"],
  ])("that are %s", async (_, text, type, told) => {
    serveText(text, { "content-type": type });
    await expect(resolve()).rejects.toThrow(told);
  });

  it("that are elsewhere: redirects are not followed", async () => {
    serveText("", { location: `${origin}/other.json` }, 302);
    await expect(resolve()).rejects.toThrow("status 302");
    expect(asked).toBe(1);
  });
});

describe("addresses inside", () => {
  it.each([
    "https://localhost/c.json",
    "https://127.0.0.1/c.json",
    "https://[::1]/c.json",
    "https://[::ffff:7f00:1]/c.json",
    "https://10.1.2.3/c.json",
    "https://169.254.169.254/latest/meta-data/c.json",
    "https://internal.example.com/c.json",
  ])("%s is not asked", async (candidate) => {
    const ctx = t.context({ config: t.runtime({ CLIENT_ID_METADATA_DOCUMENTS: "on" }).config });
    const network = {
      lookup: async () => [{ address: "192.168.0.7", family: 4 as const }],
      isReachable: (await import("#lib/outgoing/private-network.ts")).isReachable,
    };
    const refusal = await resolveClient(ctx, candidate, network).catch((error: unknown) => error);
    expect(String(refusal)).toMatch(/could not be read/);
  });

  it.each(["https://2130706433/c.json", "https://0x7f.1/c.json", "https://127.1/c.json"])(
    "%s is no client id, not being in normal form",
    async (candidate) => {
      const ctx = t.context({ config: t.runtime({ CLIENT_ID_METADATA_DOCUMENTS: "on" }).config });
      expect(await resolveClient(ctx, candidate)).toBeUndefined();
    },
  );

  it("a name that means another address at the second look is not asked twice", async () => {
    const ctx = t.context({ config: t.runtime({ CLIENT_ID_METADATA_DOCUMENTS: "on" }).config });
    let looks = 0;
    const network = {
      lookup: async () => {
        looks += 1;
        return [{ address: looks === 1 ? "127.0.0.1" : "93.184.216.34", family: 4 as const }];
      },
      isReachable: (await import("#lib/outgoing/private-network.ts")).isReachable,
    };
    await expect(resolveClient(ctx, "https://rebind.example.com/c.json", network)).rejects.toThrow(
      "could not be read",
    );
    expect(looks).toBe(1);
  });
});

describe("how long a document is believed (RFC 9111)", () => {
  const seconds = (headers: Record<string, string>) =>
    (documentExpiry(headers, testNow).getTime() - testNow.getTime()) / 1000;

  it.each([
    [{}, 3600],
    [{ "cache-control": "max-age=7200" }, 7200],
    [{ "cache-control": "public, max-age=7200", age: "200" }, 7000],
    [{ "cache-control": "max-age=1" }, 300],
    [{ "cache-control": "no-store" }, 300],
    [{ "cache-control": "no-cache, max-age=9000" }, 300],
    [{ "cache-control": "max-age=99999999" }, 86_400],
    [{ date: "Mon, 01 Jun 2026 12:00:00 GMT", expires: "Mon, 01 Jun 2026 14:00:00 GMT" }, 7200],
    [{ expires: "0" }, 300],
  ])("%j: %d seconds", (headers, expected) => {
    expect(seconds(headers as Record<string, string>)).toBe(expected);
  });
});

function eventsOf(action: string) {
  return t.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.clientId, id as never))
    .orderBy(desc(auditEvents.id))
    .then((events) => events.filter((event) => event.action === action));
}
