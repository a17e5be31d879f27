import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { readArrival } from "#lib/http/arrival.ts";
import { arrivalHeader } from "#lib/http/internal-headers.ts";
import { noteArrival } from "./note-arrival.ts";

const from = { peer: "10.0.0.2", peerTrusted: false };

function noted(path: string, headers: Record<string, string>) {
  const req = { headers: { ...headers } } as IncomingMessage;
  noteArrival(req, path, from);
  const text = req.headers[arrivalHeader];
  return text === undefined ? undefined : readArrival(new Headers({ [arrivalHeader]: String(text) }));
}

describe("how a request came", () => {
  it("is noted for the pages that tell of it, and for no other", () => {
    const headers = { host: "id.example.com" };
    for (const path of ["/admin/health", "/api/v1/admin/health"])
      expect(noted(path, headers)).toEqual({ ...from, host: "id.example.com" });
    for (const path of ["/", "/admin", "/admin/health/x", "/oauth/token"])
      expect(noted(path, headers)).toBeUndefined();
  });

  it("holds what proxies sent, the nearest client first and no longer than it must be", () => {
    expect(
      noted("/admin/health", {
        host: "10.0.0.5:3000",
        "x-forwarded-host": "id.example.com, other.example.com",
        "x-forwarded-proto": "HTTPS",
        "x-forwarded-for": `198.51.100.7, ${"9".repeat(5000)}`,
      }),
    ).toEqual({
      ...from,
      host: "10.0.0.5:3000",
      forwardedHost: "id.example.com",
      forwardedProto: "https",
      forwardedFor: "198.51.100.7",
    });
    expect(noted("/admin/health", { host: "x".repeat(5000) })?.host).toHaveLength(256);
  });
});
