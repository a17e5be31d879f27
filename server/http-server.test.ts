import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { createLogger } from "#lib/log/logger.ts";
import { testConfig } from "#lib/testing/test-database.ts";
import { type FastLane, indexFastLane } from "./answer-fast-lane.ts";
import { type HttpServer, type Lanes, openHttpServer } from "./http-server.ts";

const running: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop(0)));
});

async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer();
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
  });
  return await promise;
}

async function start(fastLane: FastLane | undefined, variables: Record<string, string> = {}) {
  const port = await freePort();
  const lines: Record<string, unknown>[] = [];
  const log = createLogger(
    { level: "debug", format: "json" },
    { write: (line) => void lines.push(JSON.parse(line)) },
  );
  const config = testConfig({ PORT: String(port), ...variables });
  const server = await openHttpServer(config, log, false);
  running.push(server);
  const pages: { url: string | undefined; policy: string }[] = [];
  const lanes: Lanes = {
    fast: indexFastLane(fastLane ?? {}),
    next: {
      answer: async ({ req, res }, policy) => {
        pages.push({ url: req.url, policy });
        res.end("page");
      },
      close: async () => {},
    },
  };
  if (fastLane) server.open(lanes);
  return { server, url: `http://127.0.0.1:${port}`, lines, pages, port };
}

const echo: FastLane = {
  "GET /echo": (request) => Response.json({ url: request.url, headers: Object.fromEntries(request.headers) }),
  "POST /echo": async (request) => new Response(await request.text(), { status: 201 }),
  "GET /cookies": () => {
    const response = new Response(null, { status: 204 });
    response.headers.append("Set-Cookie", "a=1");
    response.headers.append("Set-Cookie", "b=2");
    return response;
  },
  "GET /throws": () => {
    throw new Error("a secret reason");
  },
};

describe("the front door", () => {
  it("tells early callers that the server is starting", async () => {
    const { url } = await start(undefined);
    const response = await fetch(`${url}/api/v1/health`);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("2");
    expect(await response.json()).toMatchObject({ error: { code: "SERVICE_UNAVAILABLE" } });
  });

  it("gives handlers the configured origin, the request id and the address, and nothing that a client made up", async () => {
    const { url } = await start(echo);
    const response = await fetch(`${url}/echo?a=1`, {
      headers: {
        "X-Latchkey-Client-Address": "6.6.6.6",
        "X-Latchkey-Invented": "x",
        "X-Forwarded-For": "6.6.6.6",
        "X-Request-Id": "chosen-by-client",
      },
    });
    const seen = (await response.json()) as { url: string; headers: Record<string, string> };
    expect(seen.url).toBe("https://id.example.com/echo?a=1");
    expect(seen.headers["x-latchkey-client-address"]).toBe("127.0.0.1");
    expect(seen.headers["x-latchkey-invented"]).toBeUndefined();
    expect(seen.headers["x-latchkey-request-id"]).toBe(response.headers.get("x-request-id"));
    expect(response.headers.get("x-request-id")).not.toBe("chosen-by-client");
  });

  it("believes a declared proxy about the address and the request id", async () => {
    const { url, lines } = await start(echo, { TRUSTED_PROXIES: "127.0.0.1" });
    const response = await fetch(`${url}/echo`, {
      headers: { "X-Forwarded-For": "198.51.100.1", "X-Request-Id": "from-the-proxy" },
    });
    expect(response.headers.get("x-request-id")).toBe("from-the-proxy");
    await response.text();
    await sleep(20);
    expect(lines.at(-1)).toMatchObject({ requestId: "from-the-proxy", ip: "198.51.100.1", route: "/echo" });
  });

  it("takes 64 KiB and refuses a byte more, announced or not", async () => {
    const { url } = await start(echo);
    const body = "a".repeat(65_536);
    const post = (content: string | ReadableStream) =>
      fetch(`${url}/echo`, { method: "POST", body: content, duplex: "half" } as RequestInit);
    expect((await post(body)).status).toBe(201);
    expect((await post(`${body}a`)).status).toBe(413);
    expect((await post(new Blob([body, "a"]).stream())).status).toBe(413);
  });

  it("answers HEAD like GET without the body, OPTIONS with what is allowed, and refuses the rest", async () => {
    const { url } = await start(echo);
    const head = await fetch(`${url}/echo`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(Number(head.headers.get("content-length"))).toBeGreaterThan(0);
    const options = await fetch(`${url}/echo`, { method: "OPTIONS" });
    expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS, POST"]);
    const refused = await fetch(`${url}/echo`, { method: "DELETE" });
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS, POST"]);
  });

  it("keeps several cookies apart", async () => {
    const { url } = await start(echo);
    expect((await fetch(`${url}/cookies`)).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  it("answers an unforeseen error with a 500 that tells nothing and a log line that tells all", async () => {
    const { url, lines } = await start(echo);
    const response = await fetch(`${url}/throws`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret reason");
    const line = lines.find((entry) => entry.level === "error");
    expect(line).toMatchObject({
      requestId: response.headers.get("x-request-id"),
      err: { message: "a secret reason" },
    });
  });

  it("sends the security headers with every answer, its own refusals included", async () => {
    const { url } = await start(echo);
    for (const path of ["/echo", "/page", "/throws", "/%"]) {
      const { headers } = await fetch(`${url}${path}`);
      expect(headers.get("content-security-policy"), path).toContain("default-src 'none'");
      expect(headers.get("strict-transport-security"), path).toBe("max-age=31536000");
      for (const name of [
        "x-content-type-options",
        "referrer-policy",
        "cross-origin-opener-policy",
        "x-request-id",
      ])
        expect(headers.get(name), `${path} ${name}`).not.toBeNull();
    }
  });

  it("gives every page a nonce of its own", async () => {
    const { url, pages } = await start(echo);
    await fetch(`${url}/page`);
    await fetch(`${url}/page`);
    expect(new Set(pages.map((page) => page.policy)).size).toBe(2);
  });

  it("never writes a query into the log", async () => {
    const { url, lines } = await start(echo);
    await fetch(`${url}/page?code=s3cret&state=s3cret`);
    await fetch(`${url}/echo?token=s3cret`);
    await sleep(20);
    expect(JSON.stringify(lines)).not.toContain("s3cret");
    expect(lines.map((line) => line.route)).toEqual(["/page", "/echo"]);
  });
});

describe("stopping", () => {
  const slow: FastLane = {
    "GET /slow": async () => {
      await sleep(300);
      return new Response("done");
    },
    "GET /stuck": async () => {
      await sleep(60_000);
      return new Response("never");
    },
  };

  it("finishes what is under way, closes its connection and takes nothing new", async () => {
    const { server, url } = await start(slow);
    const underWay = fetch(`${url}/slow`);
    await sleep(100);
    const stopped = server.stop(5_000);
    await expect(fetch(`${url}/slow`)).rejects.toThrow();
    const response = await underWay;
    expect([response.status, response.headers.get("connection"), await response.text()]).toEqual([
      200,
      "close",
      "done",
    ]);
    await stopped;
  });

  it("cuts off what does not finish in time", async () => {
    const { server, url } = await start(slow);
    const stuck = fetch(`${url}/stuck`).catch(() => "cut off");
    await sleep(100);
    const startedAt = performance.now();
    await server.stop(200);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(await stuck).toBe("cut off");
  });

  it("does not wait for idle connections", async () => {
    const { server, url } = await start(echo);
    await (await fetch(`${url}/echo`)).text();
    const startedAt = performance.now();
    await server.stop(5_000);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

describe("opening the port", () => {
  it("says that it is taken, and how to choose another", async () => {
    const { port } = await start(echo);
    const log = createLogger({ level: "silent", format: "json" });
    await expect(openHttpServer(testConfig({ PORT: String(port) }), log, false)).rejects.toMatchObject({
      name: "StartupError",
      message: `Port ${port} on 127.0.0.1 is already in use.`,
    });
  });

  it("says when the address is not this machine's", async () => {
    const log = createLogger({ level: "silent", format: "json" });
    await expect(openHttpServer(testConfig({ HOST: "192.0.2.1" }), log, false)).rejects.toMatchObject({
      name: "StartupError",
      message: expect.stringContaining("192.0.2.1 cannot be listened on"),
    });
  });
});
