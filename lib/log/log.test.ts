import { describe, expect, it } from "vitest";
import { logRequest } from "./log-request.ts";
import { createLogger } from "./logger.ts";

function collect(level: "info" | "debug" = "info", format: "json" | "pretty" = "json") {
  const lines: string[] = [];
  const log = createLogger({ level, format }, { write: (line) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? "{}") as Record<string, unknown> };
}

const request = {
  requestId: "request-1",
  method: "GET",
  route: "/oauth/authorize",
  status: 303,
  durationMs: 12.345,
  ip: "192.0.2.1",
  complete: true,
};

describe("the logger", () => {
  it("redacts secrets by name, at the top and one level down", () => {
    const { log, lines, last } = collect();
    log.info({ token: "s3cret-a", request: { authorization: "s3cret-b", code: "s3cret-c" } }, "x");
    expect(lines.join("")).not.toContain("s3cret");
    expect(last()).toMatchObject({ token: "[redacted]", request: { authorization: "[redacted]" } });
  });

  it("leaves out the values of a failed query, in the message, the stack and the causes", () => {
    const { log, lines, last } = collect();
    const cause = new Error("Failed query: select 2\nparams: s3cret-cause");
    log.error({ err: new Error("Failed query: select 1\nparams: s3cret,ada@example.com", { cause }) }, "x");
    expect(lines.join("")).not.toMatch(/s3cret|ada@example/);
    expect(last()).toMatchObject({ err: { message: "Failed query: select 1" } });
  });

  it("writes security events at a level of their own", () => {
    const { log, last } = collect();
    log.security({ action: "sign_in.failed" }, "security event");
    expect(last()).toMatchObject({ level: "security", action: "sign_in.failed" });
  });

  it("writes one readable line an event for a terminal", () => {
    const { log, lines } = collect("info", "pretty");
    log.info({ status: 200 }, "request");
    expect(lines.join("")).toMatch(/^\d\d:\d\d:\d\d info {5}request status=200\n$/);
  });
});

describe("the request log", () => {
  it("tells what was asked, how it ended and how long it took", () => {
    const { log, last } = collect();
    logRequest(log, request);
    expect(last()).toMatchObject({
      level: "info",
      msg: "request",
      requestId: "request-1",
      method: "GET",
      route: "/oauth/authorize",
      status: 303,
      ms: 12.3,
      ip: "192.0.2.1",
    });
  });

  it("marks answers that did not arrive", () => {
    const { log, last } = collect();
    logRequest(log, { ...request, complete: false });
    expect(last()).toMatchObject({ aborted: true });
  });

  it("cuts endless paths and methods", () => {
    const { log, lines } = collect();
    logRequest(log, { ...request, route: `/${"a".repeat(20_000)}`, method: "X".repeat(500) });
    expect(lines.join("").length).toBeLessThan(600);
  });

  it("keeps build assets and liveness probes for debug, unless they fail", () => {
    const quiet = collect();
    for (const route of ["/_next/static/a.js", "/api/v1/health/live"])
      logRequest(quiet.log, { ...request, route, status: 200 });
    expect(quiet.lines).toEqual([]);
    logRequest(quiet.log, { ...request, route: "/_next/static/a.js", status: 404 });
    expect(quiet.lines).toHaveLength(1);
  });
});
