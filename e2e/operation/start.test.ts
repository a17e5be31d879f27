import { chmodSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../support/latchkey-process.ts";
import { type Instance, launch, newDataDir, openBeside, terminate } from "./instance.ts";

let dataDir: string;
beforeAll(() => {
  dataDir = newDataDir();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Starts, expects that it gives up, and returns what the operator sees. */
async function refusal(variables: Record<string, string>, port?: number): Promise<string> {
  const instance = launch(port ?? (await freePort()), { DATA_DIR: dataDir, ...variables });
  const { code } = await instance.exited;
  const output = instance.output();
  expect(code, output).toBe(1);
  expect(output).toContain("Latchkey cannot start.");
  expect(output, "no stack").not.toMatch(/^\s+at /m);
  expect(output.trim().split("\n").length, "one screen").toBeLessThan(25);
  return output;
}

async function started(variables: Record<string, string> = {}): Promise<Instance> {
  const instance = launch(await freePort(), { DATA_DIR: dataDir, ...variables });
  await instance.ready();
  return instance;
}

describe("the first start", () => {
  it("ends with the address and a link for the first administrator, and the second prints a new one", async () => {
    const first = await started();
    expect(first.output()).toContain(`Latchkey is running at ${first.baseUrl}`);
    const link = /http\S+\/set-up\?token=[\w-]{43}/;
    const [firstLink] = link.exec(first.output()) ?? [];
    expect(firstLink).toBeDefined();
    await terminate(first);
    const second = await started();
    expect(link.exec(second.output())?.[0]).not.toBe(firstLink);
    await terminate(second);
  });
});

describe("a start that cannot succeed", () => {
  it("names every bad variable at once", async () => {
    const output = await refusal({ LOG_LEVEL: "loud", SIGN_UP: "sometimes", SESSION_IDLE_TIMEOUT: "soon" });
    for (const text of ["LOG_LEVEL must be one of", "SIGN_UP must be one of", "SESSION_IDLE_TIMEOUT must be"])
      expect(output).toContain(text);
  });

  it("refuses an RP ID that does not fit the address", async () => {
    expect(await refusal({ BASE_URL: "https://id.example.com", RP_ID: "example.org" })).toContain(
      "RP_ID 'example.org' does not fit BASE_URL: it must be 'id.example.com' or a parent domain of it",
    );
  });

  it("refuses the conformance interface where strangers come", async () => {
    const output = await refusal({ BASE_URL: "https://id.example.com", FIDO_CONFORMANCE_API: "true" });
    expect(output).toContain("it needs BASE_URL on localhost");
  });

  it("refuses a port that is taken, before it does anything else", async () => {
    const port = await freePort();
    const squatter = createServer().listen(port, "127.0.0.1");
    expect(await refusal({}, port)).toContain(`Port ${port} on 127.0.0.1 is already in use.`);
    squatter.close();
  });

  it("refuses a data directory that another instance uses, and leaves that one alone", async () => {
    const first = await started();
    expect(await refusal({})).toContain("Another instance of Latchkey is using the data directory");
    expect((await fetch(`${first.baseUrl}/api/v1/health`)).status).toBe(200);
    await terminate(first);
  });

  it("refuses a database that cannot be reached, without showing its password", async () => {
    const output = await refusal({ DATABASE_URL: "postgres://me:s3cret@127.0.0.1:1/latchkey" });
    expect(output).toContain("The database latchkey on 127.0.0.1:1 cannot be reached");
    expect(output).not.toContain("s3cret");
  });

  it("refuses a database of a newer version", async () => {
    const instance = await started();
    const pool = openBeside(dataDir);
    await pool.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('from-the-future', 1)`;
    await terminate(instance);
    expect(await refusal({})).toContain("The database was made by a newer version of Latchkey.");
    await pool.close();
    await forgetTheFuture();
  });

  it("refuses a key file that others can read, that is missing, or that is another's", async () => {
    const keys = join(dataDir, "keys.json");
    chmodSync(keys, 0o644);
    expect(await refusal({})).toContain(`chmod 600 ${keys}`);
    chmodSync(keys, 0o600);
    renameSync(keys, `${keys}.away`);
    expect(await refusal({})).toContain("is missing, and the database was sealed with one.");
    const key = Buffer.alloc(32, 7).toString("base64url");
    writeFileSync(keys, JSON.stringify({ keys: [{ id: "other", key }] }), { mode: 0o600 });
    expect(await refusal({})).toContain("does not belong to this database.");
    renameSync(`${keys}.away`, keys);
    await terminate(await started());
  });
});

/** Removes the invented migration again, through a command that does not look at migrations: PostgreSQL itself. */
async function forgetTheFuture(): Promise<void> {
  const { openDatabase } = await import("#lib/db/open.ts");
  const { testConfig } = await import("#lib/testing/test-database.ts");
  const database = await openDatabase(testConfig({ DATA_DIR: dataDir }), "serve");
  const pool = openBeside(dataDir);
  await pool.sql`delete from drizzle.__drizzle_migrations where hash = 'from-the-future'`;
  await pool.close();
  await database.close();
}
