import { rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "../support/latchkey-process.ts";
import { type Instance, launch, newDataDir, terminate } from "./instance.ts";
import { beginSignIn, finishSignIn, isSignedIn, signUp } from "./person.ts";

let dataDir: string;
let port: number;
let instance: Instance;

beforeAll(() => {
  dataDir = newDataDir();
});
beforeEach(async () => {
  port = await freePort();
  instance = launch(port, { DATA_DIR: dataDir });
  await instance.ready();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

interface SlowSender {
  readonly socket: Socket;
  /** Sends the rest of the request and returns the whole answer. */
  finish(): Promise<string>;
}

/** A client that has sent the headers of a sign-in and half of its body. */
async function sendHalf(): Promise<SlowSender> {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  const { promise, resolve } = Promise.withResolvers<string>();
  socket.on("data", (chunk) => {
    answer += chunk.toString();
  });
  socket.on("close", () => resolve(answer));
  socket.on("error", () => resolve(answer));
  socket.write(
    "POST /api/v1/webauthn/authenticate/begin HTTP/1.1\r\nHost: localhost\r\n" +
      "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{",
  );
  await sleep(150);
  return {
    socket,
    finish: () => {
      socket.write("}");
      return promise;
    },
  };
}

describe("stopping", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "on %s finishes the request under way and ends with 0",
    async (signal) => {
      const sender = await sendHalf();
      instance.child.kill(signal);
      await sleep(300);
      await expect(fetch(`http://127.0.0.1:${port}/api/v1/health/live`)).rejects.toThrow();
      const answer = await sender.finish();
      expect(answer).toContain("HTTP/1.1 200 OK");
      expect(answer).toContain('"challenge"');
      expect(await instance.exited).toEqual({ code: 0, signal: null });
    },
  );

  it("cuts off a client that never finishes, within ten seconds", async () => {
    await sendHalf();
    const startedAt = performance.now();
    instance.child.kill("SIGTERM");
    expect((await instance.exited).code).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  it("takes a signal that arrives twice for one, as npm passes on what the terminal has sent already", async () => {
    const sender = await sendHalf();
    instance.child.kill("SIGINT");
    await sleep(20);
    instance.child.kill("SIGINT");
    await sleep(100);
    expect(await sender.finish()).toContain("HTTP/1.1 200 OK");
    expect((await instance.exited).code).toBe(0);
  });

  it("ends at once on a second signal", async () => {
    await sendHalf();
    const startedAt = performance.now();
    instance.child.kill("SIGTERM");
    await sleep(700);
    instance.child.kill("SIGTERM");
    expect((await instance.exited).code).toBe(1);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe("a restart", () => {
  it("keeps sessions, and sign-ins that were half done", async () => {
    const ada = await signUp(instance.baseUrl, "ada@example.com");
    const begun = await beginSignIn(instance.baseUrl);
    await terminate(instance);
    instance = launch(port, { DATA_DIR: dataDir });
    await instance.ready();
    expect(await isSignedIn(instance.baseUrl, ada.cookie)).toBe(true);
    const cookie = await finishSignIn(instance.baseUrl, ada, begun);
    expect(await isSignedIn(instance.baseUrl, cookie)).toBe(true);
    await terminate(instance);
  });
});
