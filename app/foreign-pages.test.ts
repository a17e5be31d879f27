/** No page of another site makes a browser change anything here: held against every route that there is. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setRuntime } from "#lib/context/runtime.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";

const origin = "https://id.example.com";
const changing = ["POST", "PUT", "PATCH", "DELETE"] as const;

/** They take no cookie: whoever calls proves who they are in the request itself. */
const forPrograms = new Set([
  "oauth/token",
  "oauth/par",
  "oauth/introspect",
  "oauth/revoke",
  "oauth/device",
  "oauth/register",
  "oauth/register/[id]",
  "oauth/userinfo",
  "attestation/options",
  "attestation/result",
  "assertion/options",
  "assertion/result",
]);
/** Apps send people there by a form of theirs: it is the way in, and what it changes is asked on a page of ours. */
const forApps = new Set(["oauth/authorize", "oauth/end-session"]);

const routes = globSync("**/route.ts", { cwd: import.meta.dirname })
  .filter((file) => /\b(POST|PUT|PATCH|DELETE)\b/.test(readFileSync(join(import.meta.dirname, file), "utf8")))
  .map((file) => ({ file, path: file.replace(/\([^)]+\)\//g, "").replace("/route.ts", "") }));

/** What browsers say of a page that is none of ours. */
const foreign = [
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: `${origin}.evil.example` },
  { origin: "http://id.example.com" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
].map((headers) => headers as Readonly<Record<string, string>>);

let t: TestDatabase;
let admin: Person;
let cookie: string;
beforeAll(async () => {
  t = await testDatabase();
  setRuntime(t.runtime());
  admin = await signUp(t.context({ now: new Date() }), { username: "admin@example.com" });
  await t.sql`update users set role = 'admin'`;
  const session = { token: admin.token, expiresAt: new Date(Date.now() + 60_000) };
  cookie = (await sealSessionCookie(t.runtime(), session)).split(";")[0] ?? "";
});
afterAll(() => t.close());

const everything = async () => [
  await t.sql`select * from users`,
  await t.sql`select id, token_hash, revoked_at from sessions`,
  await t.sql`select * from credentials`,
  await t.sql`select * from challenges`,
  await t.sql`select * from settings`,
  await t.sql`select * from signing_keys`,
];

describe("a page of another site", () => {
  it.each(routes.filter(({ path }) => !forPrograms.has(path) && !forApps.has(path)))(
    "changes nothing by /$path",
    async ({ file, path }) => {
      const module = (await import(join(import.meta.dirname, file))) as Record<string, unknown>;
      const address = `${origin}/${path.replace(/\[[^\]]+\]/g, () => admin.passkey.id)}`;
      const before = await everything();
      for (const method of changing) {
        const handler = module[method] as ((request: Request) => Promise<Response>) | undefined;
        for (const headers of handler ? foreign : []) {
          const response = await handler?.(new Request(address, { method, headers: { cookie, ...headers } }));
          expect(response?.status, `${method} ${JSON.stringify(headers)}`).toBe(403);
          expect(response?.headers.getSetCookie()).toEqual([]);
        }
      }
      expect(await everything()).toEqual(before);
    },
  );

  it("finds each of those that are not asked still there", () => {
    const known = routes.map(({ path }) => path);
    expect(known).toEqual(expect.arrayContaining([...forPrograms, ...forApps]));
  });
});
