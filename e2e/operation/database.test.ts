import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createJudge, type Document, operationsOf } from "../fuzz/api-judge.ts";
import { freePort } from "../support/latchkey-process.ts";
import { type Instance, launch, newDataDir, terminate } from "./instance.ts";
import { isSignedIn, signUp } from "./person.ts";

let dataDir: string;
let instance: Instance;

beforeAll(async () => {
  dataDir = newDataDir();
  instance = launch(await freePort(), { DATA_DIR: dataDir });
  await instance.ready();
});
afterAll(async () => {
  await terminate(instance);
  rmSync(dataDir, { recursive: true, force: true });
});

const postmasterPid = () =>
  Number.parseInt(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8"), 10);

async function health(): Promise<number> {
  return (await fetch(`${instance.baseUrl}/api/v1/health`)).status;
}

it("brings its PostgreSQL back each time that is killed, and says meanwhile that it is away", async () => {
  const ada = await signUp(instance.baseUrl, "ada@example.com");
  for (let round = 0; round < 2; round++) {
    process.kill(postmasterPid(), "SIGKILL");
    const seen = new Set<number>();
    const deadline = Date.now() + 20_000;
    // Health looks once a second; what it saw before the kill may be told once more.
    while (!(seen.has(503) && (await health()) === 200) && Date.now() < deadline) {
      seen.add(await health());
      await sleep(100);
    }
    expect(seen).toContain(503);
    expect(await health()).toBe(200);
    // Connections of the pool may still find out one by one that their server is gone; the session is not lost by it.
    await expect.poll(() => isSignedIn(instance.baseUrl, ada.cookie), { timeout: 10_000 }).toBe(true);
  }
});

it("tells monitors that it is away as its description says, and when to ask again", async () => {
  const document = (await (await fetch(`${instance.baseUrl}/api/v1/openapi.json`)).json()) as Document;
  const operation = operationsOf(document).find(({ path }) => path === "/api/v1/health");
  process.kill(postmasterPid(), "SIGKILL");
  let response: Response;
  do {
    await sleep(50);
    response = await fetch(`${instance.baseUrl}/api/v1/health`);
  } while (response.status !== 503);
  const { status, headers } = response;
  const retryAfter = headers.get("retry-after") ?? undefined;
  const answer = { status, type: headers.get("content-type") ?? "", text: await response.text(), retryAfter };
  if (operation === undefined) throw new Error("health is not described");
  const judge = createJudge(document);
  expect(judge(operation, answer)).toBeUndefined();
  expect(judge(operation, { ...answer, retryAfter: undefined })).toBe("an error of the server");
  while ((await health()) !== 200) await sleep(100);
});

it("answers calls of the API with 503 and Retry-After while the database is away", async () => {
  process.kill(postmasterPid(), "SIGKILL");
  await sleep(200);
  const response = await fetch(`${instance.baseUrl}/api/v1/webauthn/authenticate/begin`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: "{}",
    signal: AbortSignal.timeout(20_000),
  });
  // It may be back already: then the call has waited for it.
  expect([200, 503]).toContain(response.status);
  if (response.status === 503) expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
  while ((await health()) !== 200) await sleep(100);
});
