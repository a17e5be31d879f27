import { connect } from "node:net";
import { describe, expect, inject, it } from "vitest";

/** Sends bytes as they are, which no HTTP library would, and returns the status and the whole answer. */
async function send(request: string): Promise<{ status: number; text: string }> {
  const { port } = new URL(inject("baseUrl"));
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(Number(port), "127.0.0.1", () => socket.write(request));
  let text = "";
  socket.setTimeout(10_000, () => socket.destroy());
  socket.on("data", (chunk) => {
    text += chunk.toString();
  });
  socket.on("error", () => undefined);
  socket.on("close", () => resolve(text));
  const answer = await promise;
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0), text: answer };
}

const headers = "Host: localhost\r\nConnection: close\r\n";
const get = (target: string, more = "") => send(`GET ${target} HTTP/1.1\r\n${headers}${more}\r\n`);
const postForm = (target: string, contentType: string, body: string, more = "") =>
  send(
    `POST ${target} HTTP/1.1\r\n${headers}${more}Content-Type: ${contentType}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );

describe("a request that makes no sense", () => {
  it.each([
    "/%",
    "/%E0%A4",
    "/%00",
    "//evil.example/",
    "/\\evil",
    "http://",
    "*",
    "/sign-in?interaction=%00",
  ])("is refused: GET %s", async (target) => {
    expect((await get(target)).status).toBe(400);
  });

  it("is refused in the API's own format below it", async () => {
    for (const target of ["/api/v1/health?x=%00", "/api/v1/%00"]) {
      const { status, text } = await get(target);
      expect(status).toBe(400);
      expect(text).toContain('"code":"INVALID_REQUEST"');
    }
  });

  it.each(["TRACE", "PROPFIND"])("is refused with what is allowed: %s", async (method) => {
    const { status, text } = await send(`${method} / HTTP/1.1\r\n${headers}\r\n`);
    expect(status).toBe(405);
    expect(text).toMatch(/\r\nAllow: GET, HEAD, POST/i);
  });

  it.each([
    ["garbage", "\u0000\u0001\u0002\r\n\r\n", 400],
    ["a TLS hello", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000", 400],
    ["an unknown method", `FOO / HTTP/1.1\r\n${headers}\r\n`, 400],
    ["a tunnel", `CONNECT evil.example:443 HTTP/1.1\r\n${headers}\r\n`, 405],
    ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["a host with markup", "GET / HTTP/1.1\r\nHost: <b>\r\nConnection: close\r\n\r\n", 400],
    ["endless headers", `GET / HTTP/1.1\r\n${headers}X: ${"a".repeat(20_000)}\r\n\r\n`, 431],
    [
      "two lengths",
      `POST /oauth/token HTTP/1.1\r\n${headers}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
  ])("is refused: %s", async (_, request, status) => {
    const answer = await send(request);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(/content-security-policy: default-src 'none'/i);
  });

  it.each(["/sign-in", "/oauth/token", "/oauth/authorize", "/api/v1/webauthn/authenticate/begin"])(
    "is refused beyond 64 KiB, announced or not: %s",
    async (path) => {
      const body = "a".repeat(70_000);
      expect((await postForm(path, "application/x-www-form-urlencoded", body)).status).toBe(413);
      const chunk = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
      const chunked = `POST ${path} HTTP/1.1\r\n${headers}Transfer-Encoding: chunked\r\n\r\n${chunk}`;
      expect((await send(chunked)).status).toBe(413);
    },
  );
});

describe("a request that means harm", () => {
  it("gets nowhere with a host of its own", async () => {
    const { text } = await send(
      "GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n",
    );
    expect(text).not.toContain("evil.example");
  });

  it.each([
    "x-middleware-subrequest: middleware:middleware:middleware",
    "x-middleware-rewrite: /account",
    "x-invoke-status: 500",
    "x-latchkey-client-address: 127.0.0.1",
    "Next-Router-State-Tree: %%%",
    "Cookie: latchkey=%%%; =; ;;",
  ])("stays signed out with %s", async (header) => {
    const { status, text } = await get("/account", `${header}\r\n`);
    expect(status).toBe(307);
    expect(text).toMatch(/\r\nlocation: \/sign-in/i);
  });

  it.each([
    "/_global-error",
    "/_error",
    "/_next/static/..%2f..%2fpackage.json",
    "/_next/image?url=%2Fx&w=1&q=1",
  ])("finds nothing at %s", async (path) => {
    const { status } = await get(path);
    expect([400, 404]).toContain(status);
  });

  it("cannot make a server action fail on our side", async () => {
    const page = (await get("/sign-in")).text;
    const [action] = /[0-9a-f]{42}/.exec(page) ?? [];
    const origin = `Origin: ${inject("baseUrl")}\r\n`;
    const call = `${origin}Next-Action: ${action}\r\n`;
    for (const argument of [
      "$F1",
      "$K9",
      "$@1",
      "$B1",
      "$Q1",
      "$W1",
      "$i1",
      "$r1",
      "$T1",
      "$n9",
      "$S",
      "$1",
      "$Z",
    ])
      expect(
        (await postForm("/sign-in", "text/plain", `["${argument}"]`, call)).status,
        argument,
      ).toBeLessThan(500);
    for (const body of [
      "",
      "abc",
      "[[]",
      '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n$\r\n--x--\r\n',
    ])
      for (const type of ["text/plain", "multipart/form-data", "multipart/form-data; boundary=x"])
        expect((await postForm("/sign-in", type, body, call)).status, `${type} ${body}`).toBeLessThan(500);
  });

  it("cannot call a server action from another site", async () => {
    const form = '--x\r\nContent-Disposition: form-data; name="theme"\r\n\r\ndark\r\n--x--\r\n';
    const from = (origin: string) =>
      postForm(
        "/sign-in",
        "multipart/form-data; boundary=x",
        form,
        origin === "" ? "" : `Origin: ${origin}\r\n`,
      );
    for (const origin of ["https://evil.example", "null", ""]) expect((await from(origin)).status).toBe(403);
  });
});

describe("every answer", () => {
  it.each([
    ["/sign-in", 200],
    ["/nowhere", 404],
    ["/api/v1/health", 200],
    ["/api/v1/health/live", 200],
    ["/oauth/jwks", 200],
    ["/oauth/authorize", 400],
    ["/oauth/userinfo", 401],
    ["/.well-known/openid-configuration", 200],
  ])("carries the security headers and a request id: %s", async (path, status) => {
    const response = await fetch(inject("baseUrl") + path, { redirect: "manual" });
    await response.text();
    expect(response.status).toBe(status);
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get("x-powered-by")).toBeNull();
    for (const name of [
      "x-content-type-options",
      "referrer-policy",
      "permissions-policy",
      "cross-origin-opener-policy",
      "cross-origin-resource-policy",
    ])
      expect(response.headers.get(name), name).not.toBeNull();
  });

  it("gives the page's scripts the nonce of its policy, another one each time", async () => {
    const nonces: string[] = [];
    for (let count = 0; count < 2; count++) {
      const response = await fetch(`${inject("baseUrl")}/sign-in`);
      const html = await response.text();
      const [, nonce = ""] =
        /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "") ?? [];
      nonces.push(nonce);
      for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
    }
    expect(new Set(nonces).size).toBe(2);
  });

  it.each([
    ["HEAD", "/oauth/jwks", 200],
    ["HEAD", "/sign-in", 200],
    ["DELETE", "/oauth/token", 405],
    ["OPTIONS", "/api/v1/health", 204],
  ])("is what the method asks for: %s %s", async (method, path, status) => {
    const response = await fetch(inject("baseUrl") + path, { method });
    expect(response.status).toBe(status);
    const body = await response.text();
    if (method === "HEAD") expect(body).toBe("");
  });
});
