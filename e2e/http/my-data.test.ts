/** The download of what is known of a person, as it leaves the server. */
import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { expect, inject, it } from "vitest";
import { signUp } from "../support/protocol.ts";

const origin = () => inject("baseUrl");
const path = "/api/v1/me/export";

it("is a file that the browser keeps, and nobody else", async () => {
  const person = await signUp(`${randomUUID()}@example.com`);
  const response = await fetch(origin() + path, { headers: { cookie: person.cookie } });
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/json",
    "content-disposition": expect.stringMatching(
      /^attachment; filename="localhost-my-data-\d{4}-\d\d-\d\d\.json"$/,
    ),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  expect(response.headers.has("content-length")).toBe(false);
  expect(await response.json()).toMatchObject({
    format: "latchkey/my-data/1",
    profile: { username: person.user.username },
  });
  const head = await fetch(origin() + path, { method: "HEAD", headers: { cookie: person.cookie } });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe("");
});

it("does not keep the server from going on when its reader goes away", async () => {
  const person = await signUp(`${randomUUID()}@example.com`);
  const { port } = new URL(origin());
  for (let n = 0; n < 5; n += 1) {
    const socket = connect(Number(port), "localhost");
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${person.cookie}\r\n\r\n`);
    await new Promise((resolve) => socket.once(n % 2 === 0 ? "data" : "connect", resolve));
    socket.destroy();
  }
  expect((await fetch(`${origin()}/api/v1/health/live`)).status).toBe(200);
});
