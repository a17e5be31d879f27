import { execFile } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../support/latchkey-process.ts";
import { type Instance, launch, newDataDir, terminate } from "./instance.ts";

const root = join(import.meta.dirname, "../..");
const addApp = ["client", "add", "--name", "App", "--redirect-uri", "https://app.example/callback"];

let dataDir: string;
beforeAll(() => {
  dataDir = newDataDir();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly problem: string;
}

/** Runs `latchkey …` as its own process on the test's data directory. */
function latchkey(...words: string[]): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, NODE_ENV: "production" as const };
  const child = execFile(
    process.execPath,
    ["lib/cli/main.ts", ...words],
    { cwd: root, env },
    (_, out, problem) => resolve({ code: child.exitCode ?? -1, out, problem }),
  );
  return promise;
}

describe("the command line", () => {
  it("works before the server has ever run, and leaves nothing running", async () => {
    const added = await latchkey(...addApp, "--id", "before", "--json");
    expect(added).toMatchObject({ code: 0, problem: "" });
    expect(JSON.parse(added.out)).toEqual({
      clientId: "before",
      clientSecret: expect.stringMatching(/^[\w-]{43}$/),
    });
    const instance = launch(await freePort(), { DATA_DIR: dataDir });
    await instance.ready();
    await terminate(instance);
  });

  it("works while the server runs, and the server knows at once", async () => {
    const instance: Instance = launch(await freePort(), { DATA_DIR: dataDir });
    await instance.ready();
    expect((await latchkey(...addApp, "--id", "during", "--auth-method", "none")).code).toBe(0);
    const list = await latchkey("client", "list", "--json");
    expect((JSON.parse(list.out) as { clientId: string }[]).map((client) => client.clientId)).toEqual([
      "before",
      "during",
    ]);
    const redirect = encodeURIComponent("https://app.example/callback");
    const answer = await fetch(
      `${instance.baseUrl}/oauth/authorize?client_id=during&redirect_uri=${redirect}&response_type=code&scope=openid&prompt=none`,
      { redirect: "manual" },
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^https:\/\/app\.example\/callback\?/);
    expect((await latchkey("set-up-link")).out).toMatch(
      /^http:\/\/localhost:3000\/set-up\?token=[\w-]{43}\n$/,
    );
    await terminate(instance);
  });

  it("says why it refuses, with 1 for a refusal and 2 for what it does not understand", async () => {
    expect(await latchkey(...addApp, "--id", "before")).toMatchObject({
      code: 1,
      problem: expect.stringContaining("A client with this id exists already."),
    });
    expect(
      await latchkey("client", "add", "--name", "App", "--redirect-uri", "http://app.example/"),
    ).toMatchObject({
      code: 1,
      problem: expect.stringMatching(/redirectUris\.0: .+/),
    });
    expect(await latchkey("client", "ad")).toMatchObject({
      code: 2,
      problem: expect.stringContaining("There is no command 'client ad'."),
    });
    expect(await latchkey(...addApp, "--secret", "x")).toMatchObject({ code: 2, out: "" });
  });

  it("tells scripts by its code whether a file's state is there, was made, or cannot be", async () => {
    const file = join(dataDir, "wanted.yaml");
    writeFileSync(file, "groups: [{ name: staff }]\n");
    expect((await latchkey("apply", "-f", file, "--dry-run")).code).toBe(3);
    expect((await latchkey("apply", "-f", file)).code).toBe(0);
    expect((await latchkey("apply", "-f", file, "--dry-run")).code).toBe(0);
    writeFileSync(file, "groups:\n  - name: a name\n");
    expect(await latchkey("apply", "-f", file)).toMatchObject({
      code: 2,
      out: "",
      problem: expect.stringContaining(`${file}:2: groups[0].name `),
    });
  });
});
