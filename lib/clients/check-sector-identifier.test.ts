import type { LookupAddress } from "node:dns";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeMetadataAuthority, toPem } from "#lib/testing/metadata/metadata-authority.ts";
import { checkSectorIdentifier } from "./check-sector-identifier.ts";
import { completeMetadata } from "./complete-metadata.ts";
import type { PartialMetadata } from "./schema.ts";

const host = "mds.fidoalliance.org";
const authority = makeMetadataAuthority();
const redirectUris = ["https://a.example.com/cb", "https://b.example.com/cb"];
let answer: { status: number; headers?: Record<string, string>; body: string };
const server = createServer(
  {
    cert: [authority.leaf, authority.intermediate].map(({ der }) => toPem(der, "CERTIFICATE")).join(""),
    key: authority.leaf.keyPair.privateKeyObject.export({ type: "pkcs8", format: "pem" }),
  },
  (_, response) => response.writeHead(answer.status, answer.headers).end(answer.body),
);
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve())));
afterAll(() => void server.close());

/** A network in which the name leads to this machine, and that may be called. */
const network = {
  ca: authority.rootPem,
  isReachable: () => true,
  lookup: async (): Promise<LookupAddress[]> => [{ address: "127.0.0.1", family: 4 }],
};
const sectorIdentifierUri = () => `https://${host}:${(server.address() as AddressInfo).port}/sector.json`;
const check = (given: PartialMetadata, reachable = network) =>
  checkSectorIdentifier({ allowedPrivateNetwork: [] }, completeMetadata(given, "manual"), reachable);

describe("sectors (OpenID Connect Core section 8.1)", () => {
  it("none for public subjects, the host for pairwise ones", async () => {
    const one = redirectUris.slice(0, 1);
    expect(await check({ redirectUris })).toEqual({ sectorIdentifier: null });
    expect(await check({ redirectUris: one, subjectType: "pairwise" })).toEqual({
      sectorIdentifier: "a.example.com",
    });
  });

  it("the host of the list for an app with several", async () => {
    answer = { status: 200, body: JSON.stringify([...redirectUris, "https://c.example.com/"]) };
    const given = {
      redirectUris,
      subjectType: "pairwise",
      sectorIdentifierUri: sectorIdentifierUri(),
    } as const;
    expect(await check(given)).toEqual({ sectorIdentifier: host });
  });

  it("the list must hold every redirect URI, whatever the subjects are (Registration section 5)", async () => {
    answer = { status: 200, body: JSON.stringify(redirectUris.slice(0, 1)) };
    const result = await check({ redirectUris, sectorIdentifierUri: sectorIdentifierUri() });
    expect(result).toMatchObject({
      problem: { path: "sectorIdentifierUri", message: expect.stringContaining("https://b.example.com/cb") },
    });
  });

  it.each([
    [404, "[]"],
    [302, ""],
    [200, "{}"],
    [200, "no JSON"],
    [200, '[1, "https://a.example.com/cb"]'],
    [200, JSON.stringify(["x".repeat(70_000)])],
  ])("no list in an answer %d of %.20s", async (status, body) => {
    answer = { status, body, headers: { location: sectorIdentifierUri() } };
    const result = await check({ redirectUris, sectorIdentifierUri: sectorIdentifierUri() });
    expect(result).toMatchObject({ problem: { path: "sectorIdentifierUri" } });
  });

  it("pairwise subjects of several hosts, of none and of patterns need a list", async () => {
    for (const uris of [redirectUris, ["com.example.app:/cb"], [], ["https://*.app.example.com/cb"]])
      expect(await check({ redirectUris: uris, subjectType: "pairwise" })).toHaveProperty("problem");
  });
});
