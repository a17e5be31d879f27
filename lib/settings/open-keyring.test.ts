import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestDatabase, testConfig, testDatabase } from "#lib/testing/test-database.ts";
import { openKeyring } from "./open-keyring.ts";

let database: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "latchkey-keyring-"));
});
afterEach(async () => {
  rmSync(dataDir, { recursive: true });
  await database.sql`delete from settings`;
});

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64url")}`;
const withKeys = (keys: string) => testConfig({ ENCRYPTION_KEYS: keys });
const open = (config = testConfig(), folder = dataDir) => openKeyring(database.db, config, folder);

describe("openKeyring", () => {
  it("makes the key file at the first start and takes it at the next", async () => {
    const first = await open();
    expect(existsSync(join(dataDir, "keys.json"))).toBe(true);
    expect(await open()).toEqual(first);
  });

  it("refuses to start without the key file once something was sealed, and makes no new one", async () => {
    await open();
    rmSync(join(dataDir, "keys.json"));
    await expect(open()).rejects.toThrow(/is missing, and the database was sealed with one\.$/);
    expect(existsSync(join(dataDir, "keys.json"))).toBe(false);
  });

  it("refuses another database's key file", async () => {
    await open();
    const other = mkdtempSync(join(tmpdir(), "latchkey-keyring-"));
    await database.sql`update settings set name = 'kept'`;
    await open(testConfig(), other);
    await database.sql`delete from settings where name <> 'kept'`;
    await database.sql`update settings set name = 'keyring_check'`;
    await expect(open(testConfig(), other)).rejects.toThrow(/does not belong to this database\.$/);
    rmSync(other, { recursive: true });
  });

  it("takes ENCRYPTION_KEYS, also with a newer key in front", async () => {
    await open(withKeys(key("a", 1)));
    const keyring = await open(withKeys(`${key("b", 2)},${key("a", 1)}`));
    expect(keyring.keys.map((entry) => entry.id)).toEqual(["b", "a"]);
    expect(existsSync(join(dataDir, "keys.json"))).toBe(false);
  });

  it("refuses ENCRYPTION_KEYS that cannot open what is there", async () => {
    await open(withKeys(key("a", 1)));
    await expect(open(withKeys(key("a", 9)))).rejects.toThrow(/^ENCRYPTION_KEYS does not belong/);
    await expect(open(withKeys(key("z", 1)))).rejects.toThrow(/^ENCRYPTION_KEYS does not belong/);
  });

  it("agrees on one key file when several instances start at once", async () => {
    const keyrings = await Promise.all(Array.from({ length: 8 }, () => open()));
    for (const keyring of keyrings) expect(keyring).toEqual(keyrings[0]);
  });

  it("lets one of two instances with key files of their own win, and the other leave no file", async () => {
    const other = mkdtempSync(join(tmpdir(), "latchkey-keyring-"));
    const results = await Promise.allSettled([open(), open(testConfig(), other)]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const files = [dataDir, other].map((folder) => existsSync(join(folder, "keys.json")));
    expect(files).toEqual(results.map((result) => result.status === "fulfilled"));
    rmSync(other, { recursive: true });
  });
});
