import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { ClientId } from "#drizzle/schema/ids.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { recordClientError } from "./record-client-error.ts";
import { selectClientErrors } from "./store.ts";

let t: TestDatabase;
let client: ClientRow;
let other: ClientRow;
beforeAll(async () => {
  t = await testDatabase();
  client = (await buildClient(t.context())).client;
  other = (await buildClient(t.context())).client;
});
afterAll(() => t.close());

const error = (code: string, facts: { name: string; sent?: string; registered?: string[] }[] = []) => ({
  client,
  endpoint: "/oauth/authorize",
  code,
  explanation: "The redirect_uri is not registered.",
  facts,
});

describe("recordClientError", () => {
  it("keeps what was sent beside what is registered", async () => {
    const facts = [
      { name: "redirect_uri", sent: "https://a.example/x", registered: ["https://a.example/y"] },
    ];
    await recordClientError(t.context(), error("redirect_uri_not_registered", facts));
    expect(await selectClientErrors(t.db, client.id)).toMatchObject([
      { endpoint: "/oauth/authorize", code: "redirect_uri_not_registered", facts },
    ]);
  });

  it("keeps the last twenty of each app", async () => {
    await recordClientError(t.context(), { ...error("kept"), client: other });
    for (let index = 0; index < 25; index += 1) await recordClientError(t.context(), error(`error-${index}`));
    const kept = await selectClientErrors(t.db, client.id);
    expect(kept.map((row) => row.code)).toEqual(
      Array.from({ length: 20 }, (_, index) => `error-${24 - index}`),
    );
    expect(await selectClientErrors(t.db, other.id)).toHaveLength(1);
    const [count] = await t.sql`select count(*)::int as rows from client_errors`;
    expect(count?.rows).toBe(21);
  });

  it.each(["client_secret", "code", "refresh_token", "client_assertion", "state", "device_code", "DPoP"])(
    "never keeps the value of %s",
    async (name) => {
      await recordClientError(t.context(), error("x", [{ name, sent: "precious-value" }]));
      expect(JSON.stringify(await selectClientErrors(t.db, client.id))).not.toContain("precious-value");
    },
  );

  it("shortens what is long, and drops what cannot be stored", async () => {
    const sent = `\0\ud800${"x".repeat(5000)}`;
    await recordClientError(t.context(), error("x", [{ name: "scope", sent }]));
    const [row] = await selectClientErrors(t.db, client.id);
    expect(JSON.stringify(row?.facts).length).toBeLessThan(1200);
  });

  it("fails nobody when the app is gone", async () => {
    const gone = { ...error("x"), client: { id: "gone" as ClientId } };
    await expect(recordClientError(t.context(), gone)).resolves.toBeUndefined();
  });
});
