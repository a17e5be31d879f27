import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { answerApiCors } from "./api-cors.ts";
import type { Exchange } from "./exchange.ts";

const config = { corsOrigins: ["https://portal.example.com"] };

/** What `answerApiCors` reads and writes of a request and its response. */
function call(method: string, path: string, headers: Record<string, string>) {
  const sent = new Map<string, string>();
  let status: number | undefined;
  const res = {
    setHeader: (name: string, value: string) => void sent.set(name.toLowerCase(), value),
    writeHead: (code: number) => {
      status = code;
      return { end: () => undefined };
    },
  } as unknown as ServerResponse;
  const req = { headers } as unknown as IncomingMessage;
  const exchange: Exchange = { req, res, method, path, search: "", requestId: "r", address: "192.0.2.1" };
  return { answered: answerApiCors(exchange, config), status, sent };
}

const preflight = { origin: "https://portal.example.com", "access-control-request-method": "POST" };

describe("answerApiCors", () => {
  it("answers the preflight of a listed origin", () => {
    const { answered, status, sent } = call("OPTIONS", "/api/v1/webauthn/authenticate/begin", preflight);
    expect({ answered, status }).toEqual({ answered: true, status: 204 });
    expect(sent.get("access-control-allow-origin")).toBe("https://portal.example.com");
    expect(sent.get("access-control-allow-credentials")).toBe("true");
  });

  it("lets a listed origin read the answer of a call", () => {
    const { answered, sent } = call("POST", "/api/v1/health", { origin: "https://portal.example.com" });
    expect(answered).toBe(false);
    expect(sent.get("access-control-allow-origin")).toBe("https://portal.example.com");
  });

  it.each([
    ["another origin", "/api/v1/health", { ...preflight, origin: "https://evil.example" }],
    ["a look-alike", "/api/v1/health", { ...preflight, origin: "https://portal.example.com.evil.example" }],
    ["no origin", "/api/v1/health", {}],
    ["a page", "/account", preflight],
    ["the protocol's endpoints", "/oauth/token", preflight],
  ])("allows nothing to %s", (_what, path, headers) => {
    const { answered, sent } = call("OPTIONS", path, headers as Record<string, string>);
    expect(answered).toBe(false);
    expect([...sent.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});
