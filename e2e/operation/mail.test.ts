import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SoftwareAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { startSmtpServer, type TestSmtpServer } from "#lib/testing/smtp-server.ts";
import { freePort } from "../support/latchkey-process.ts";
import { type Instance, launch, newDataDir, terminate } from "./instance.ts";
import { beginSignIn, post, signUp } from "./person.ts";

let dataDir: string;
let mailServer: TestSmtpServer;
let instances: Instance[];

beforeEach(async () => {
  dataDir = newDataDir();
  mailServer = await startSmtpServer();
  instances = [];
});
afterEach(async () => {
  await Promise.all(instances.map(terminate));
  await mailServer.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(variables: Record<string, string> = {}): Promise<Instance> {
  const instance = launch(await freePort(), {
    DATA_DIR: dataDir,
    SMTP_URL: `smtp://localhost:${mailServer.port}`,
    MAIL_FROM: "Our House <id@example.com>",
    ...variables,
  });
  instances.push(instance);
  await instance.ready();
  return instance;
}

/** Signs in with the counter that the authenticator had at the beginning. */
async function signInAsCopy(baseUrl: string, authenticator: SoftwareAuthenticator): Promise<void> {
  const options = await beginSignIn(baseUrl);
  await post(baseUrl, "/api/v1/webauthn/authenticate/complete", {
    credential: authenticator.get(options, { signCount: 1 }),
  });
}

async function waitForMails(count: number, withinMs: number): Promise<number> {
  const startedAt = performance.now();
  while (mailServer.received.length < count) {
    if (performance.now() - startedAt > withinMs)
      throw new Error(`${mailServer.received.length} mails after ${withinMs} ms`);
    await sleep(20);
  }
  return performance.now() - startedAt;
}

describe("the mail about a counter that did not grow", () => {
  it("arrives within seconds, once", async () => {
    const { baseUrl } = await start();
    const { authenticator } = await signUp(baseUrl, "ana@example.com", { counter: "counting" });
    await signInAsCopy(baseUrl, authenticator);
    expect(await waitForMails(1, 8_000)).toBeLessThan(8_000);
    expect(mailServer.received[0]).toMatchObject({ from: "id@example.com", to: ["ana@example.com"] });
    expect(mailServer.received[0]?.raw).toContain("Subject: Your passkey may have been copied");
    await sleep(6_000);
    expect(mailServer.received).toHaveLength(1);
  });

  it("arrives after kill -9 and a start, when the mail server was away the first time", async () => {
    let isAway = true;
    mailServer.refuseWith = () => (isAway ? { code: 451, words: "later" } : undefined);
    const first = await start();
    const { authenticator } = await signUp(first.baseUrl, "ana@example.com", { counter: "counting" });
    await signInAsCopy(first.baseUrl, authenticator);
    while (!first.output().includes("a delivery failed")) await sleep(20);
    first.child.kill("SIGKILL");
    await first.exited;
    isAway = false;
    await start();
    // The pause after the first failure; the lease, where the kill came before that was written down.
    await waitForMails(1, 90_000);
  });
});
