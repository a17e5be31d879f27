import { afterAll, beforeAll, expect, inject, it } from "vitest";
import type { UserActor } from "#lib/context/context.ts";
import { openPool } from "#lib/db/client.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { keyTimes } from "#lib/signing-keys/key-times.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { buildApp } from "#lib/testing/token-clients.ts";
import { buildCode, redeemTestCode, type TestClient } from "#lib/testing/token-requests.ts";

let t: TestDatabase;
let app: TestClient;
let person: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  app = await buildApp(t.context());
  ({ actor: person } = await buildUser(t.db));
});
afterAll(() => t.close());

it("signs with one connection in all, however old the keys in memory are", async () => {
  const address = { ...inject("testServer"), database: t.sql.options.database };
  const options = { maxConnections: 1, statementTimeoutMs: 15_000, applicationName: "latchkey-test" };
  const pool = openPool(address, options);
  const small = { ...t.context(), db: pool.db };
  const times = { ...keyTimes(small.config), refreshAfterMs: 1500, staleAfterMs: 1500, readWithinMs: 2000 };
  await ensureSigningKeys(small, times);
  const code = await buildCode(t.context(), app.client, person);
  await new Promise((resolve) => setTimeout(resolve, 1600));
  expect(await redeemTestCode(small, app, code)).toHaveProperty("id_token");
  await pool.close();
});
