import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startRelyingApp, type TestRelyingApp } from "#lib/testing/relying-app.ts";
import { freePort } from "../support/latchkey-process.ts";
import { type Instance, launch, newDataDir, terminate } from "./instance.ts";
import { beginSignIn, finishSignIn, type Person, signUp } from "./person.ts";

const redirectUri = "https://app.example.com/callback";
let dataDir: string;
let app: TestRelyingApp;
let instances: Instance[];

beforeEach(async () => {
  dataDir = newDataDir();
  app = await startRelyingApp();
  instances = [];
});
afterEach(async () => {
  await Promise.all(instances.map(terminate));
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<Instance> {
  const instance = launch(await freePort(), { DATA_DIR: dataDir, ALLOW_PRIVATE_NETWORK: "127.0.0.1" });
  instances.push(instance);
  await instance.ready();
  return instance;
}

/** Registers the app with the instance that runs. */
async function addApp({ baseUrl }: Instance): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...["lib/cli/main.ts", "client", "add", "--json", "--first-party", "--auth-method", "none"],
      ...["--name", "Notes", "--redirect-uri", redirectUri],
      ...["--backchannel-logout-uri", `${app.origin}/logout`],
    ],
    { env: { ...process.env, BASE_URL: baseUrl, DATA_DIR: dataDir } },
  );
  return (JSON.parse(stdout) as { clientId: string }).clientId;
}

async function signInTo(clientId: string, { baseUrl }: Instance, { cookie }: Person): Promise<void> {
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: "code",
    scope: "openid",
    redirect_uri: redirectUri,
    code_challenge: createHash("sha256").update("v".repeat(43)).digest("base64url"),
    code_challenge_method: "S256",
  });
  const answer = await fetch(`${baseUrl}/oauth/authorize?${query}`, {
    headers: { Cookie: cookie },
    redirect: "manual",
  });
  expect(answer.headers.get("location")).toContain(`${redirectUri}?`);
}

async function waitForLogouts(count: number, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs;
  while (app.received.length < count) {
    if (performance.now() > until) throw new Error(`${app.received.length} after ${withinMs} ms`);
    await sleep(20);
  }
}

describe("a logout token", () => {
  it("arrives after kill -9 and a start, when the app was down the first time", async () => {
    app.answer = 500;
    const first = await start();
    const clientId = await addApp(first);
    const ana = await signUp(first.baseUrl, "ana@example.com");
    await signInTo(clientId, first, ana);
    await fetch(`${first.baseUrl}/oauth/end-session/here`, {
      method: "POST",
      headers: { Origin: first.baseUrl, Cookie: ana.cookie },
      body: new URLSearchParams({ accounts: "shown" }),
      redirect: "manual",
    });
    while (!first.output().includes("a delivery failed")) await sleep(20);
    first.child.kill("SIGKILL");
    await first.exited;
    expect(app.received).toHaveLength(1);
    app.answer = 200;
    await start();
    await waitForLogouts(2, 90_000);
    const [before, after] = app.received;
    expect(after?.claims.jti).toBe(before?.claims.jti);
    expect(after?.claims.sid).toBe(before?.claims.sid);
  });

  it("arrives once, within seconds, with the session ended by another sign-out", async () => {
    const instance = await start();
    const clientId = await addApp(instance);
    const ana = await signUp(instance.baseUrl, "ana@example.com");
    await signInTo(clientId, instance, ana);
    const options = await beginSignIn(instance.baseUrl);
    const there = await finishSignIn(instance.baseUrl, ana, options);
    await fetch(`${instance.baseUrl}/api/v1/me/sessions/end-others`, {
      method: "POST",
      headers: { Origin: instance.baseUrl, Cookie: there },
    });
    await waitForLogouts(1, 8_000);
    await sleep(6_000);
    expect(app.received).toHaveLength(1);
  });
});
