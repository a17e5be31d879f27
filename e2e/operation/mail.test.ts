import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SoftwareAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { readMail } from "#lib/testing/read-mail.ts";
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

/** `latchkey …` beside the running server. */
async function latchkey(...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["lib/cli/main.ts", ...words], {
    cwd: join(import.meta.dirname, "../.."),
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATA_DIR: dataDir,
      SMTP_URL: `smtp://localhost:${mailServer.port}`,
      MAIL_FROM: "Our House <id@example.com>",
    },
  });
  return stdout;
}

describe("the command line", () => {
  it("has the server mail an invitation, and sends a test mail by itself", async () => {
    await start();
    const [link = "", note] = (
      await latchkey("invite", "--email", "leo@example.com", "--language", "ar")
    ).split("\n");
    expect(note).toBe("The server also mails it to leo@example.com.");
    await waitForMails(1, 10_000);
    const mail = await readMail(mailServer.received[0] ?? { raw: "" });
    expect(mail.to).toEqual(["leo@example.com"]);
    expect(mail.text).toContain(link);
    expect(mail.html).toContain('<html lang="ar" dir="rtl">');
    expect(await latchkey("mail", "test", "--to", "ana@example.com")).toMatch(/took the mail[\s\S]*250 /);
    expect(mailServer.received).toHaveLength(2);
  });
});

describe("the mail about a counter that did not grow", () => {
  it("arrives within seconds, once", async () => {
    const { baseUrl } = await start();
    const { authenticator } = await signUp(baseUrl, "ana@example.com", { counter: "counting" });
    await signInAsCopy(baseUrl, authenticator);
    expect(await waitForMails(1, 8_000)).toBeLessThan(8_000);
    expect(mailServer.received[0]).toMatchObject({ from: "id@example.com", to: ["ana@example.com"] });
    const mail = await readMail(mailServer.received[0] ?? { raw: "" });
    expect(mail.subject).toBe("Your passkey may have been copied");
    expect(mail.text).toContain("Hello ");
    expect(mail.html).toContain('<html lang="en" dir="ltr">');
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
