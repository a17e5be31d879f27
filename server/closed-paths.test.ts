import { describe, expect, it } from "vitest";
import { indexFastLane } from "./answer-fast-lane.ts";
import { closedPaths, isClosed } from "./closed-paths.ts";
import { fastLane } from "./fast-lane.ts";

const addresses = ["/attestation/options", "/attestation/result", "/assertion/options", "/assertion/result"];

describe("the closed addresses", () => {
  it("are those of the conformance interface unless it is open", () => {
    const closed = closedPaths({ fidoConformanceApi: false });
    expect([...closed].sort()).toEqual(addresses.sort());
    expect(closedPaths({ fidoConformanceApi: true }).size).toBe(0);
    const routes = indexFastLane(fastLane, closed);
    for (const address of addresses) expect(routes.byPath.has(address)).toBe(false);
    expect(routes.byPath.has("/oauth/jwks")).toBe(true);
  });

  it("are closed in every spelling", () => {
    const closed = closedPaths({ fidoConformanceApi: false });
    expect(isClosed(closed, "/attestation/%6fptions")).toBe(true);
    expect(isClosed(closed, "/attestation")).toBe(false);
  });
});
