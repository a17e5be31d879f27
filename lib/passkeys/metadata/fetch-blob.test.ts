import { createPrivateKey } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OutgoingEnvironment } from "#lib/outgoing/fetch-public.ts";
import { isReachable } from "#lib/outgoing/private-network.ts";
import { makeMetadataAuthority, toPem } from "#lib/testing/metadata/metadata-authority.ts";
import { type BlobLimits, fetchBlob } from "./fetch-blob.ts";

const host = "mds.fidoalliance.org";
const authority = makeMetadataAuthority();
let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: string[];
let network: OutgoingEnvironment;
let environment: BlobLimits;
let url: string;

beforeAll(async () => {
  const chain = [authority.leaf, authority.intermediate].map(({ der }) => toPem(der, "CERTIFICATE")).join("");
  const key = createPrivateKey(
    authority.leaf.keyPair.privateKeyObject.export({ type: "pkcs8", format: "pem" }),
  );
  server = createServer(
    { cert: chain, key: key.export({ type: "pkcs8", format: "pem" }) },
    (request, response) => {
      asked.push(request.url ?? "");
      answer(request, response);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `https://${host}:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  network = {
    lookup: async () => [{ address: "127.0.0.1", family: 4 }],
    isReachable: () => true,
    ca: authority.rootPem,
  };
  environment = { network, maxBytes: 1000, timeoutMs: 1000 };
});

const never = new AbortController().signal;
const unreachable = { problem: "unreachable" };

describe("downloading a BLOB", () => {
  it("returns the body, without the line end", async () => {
    answer = (_, response) => response.end("a.b.c\n");
    expect(await fetchBlob(url, never, environment)).toBe("a.b.c");
  });

  it("follows a redirect on the same host", async () => {
    answer = ({ url: path }, response) =>
      path === "/" ? response.writeHead(302, { location: "/blob" }).end() : response.end("a.b.c");
    expect(await fetchBlob(url, never, environment)).toBe("a.b.c");
  });

  it.each([
    "https://elsewhere.example/",
    "http://mds.fidoalliance.org/",
    "//127.0.0.1/",
    "file:///etc/passwd",
  ])("does not follow one to %s", async (location) => {
    answer = (_, response) => response.writeHead(302, { location }).end();
    await expect(fetchBlob(url, never, environment)).rejects.toMatchObject(unreachable);
    expect(asked).toEqual(["/"]);
  });

  it("does not follow redirects for ever", async () => {
    answer = (_, response) => response.writeHead(302, { location: "/" }).end();
    await expect(fetchBlob(url, never, environment)).rejects.toMatchObject(unreachable);
    expect(asked).toHaveLength(4);
  });

  it.each([204, 304, 404, 500])("takes no answer with status %i", async (status) => {
    answer = (_, response) => response.writeHead(status).end();
    await expect(fetchBlob(url, never, environment)).rejects.toMatchObject(unreachable);
  });

  it("stops reading what is too large", async () => {
    answer = (_, response) => response.end("x".repeat(1001));
    await expect(fetchBlob(url, never, environment)).rejects.toMatchObject({ problem: "too_large" });
  });

  it("does not wait for what never ends", async () => {
    answer = (_, response) => void response.write("a");
    await expect(fetchBlob(url, never, { ...environment, timeoutMs: 100 })).rejects.toMatchObject(
      unreachable,
    );
  });

  it("gives up when it is told to", async () => {
    const stopping = new AbortController();
    answer = () => stopping.abort();
    await expect(fetchBlob(url, stopping.signal, environment)).rejects.toMatchObject(unreachable);
  });

  it("believes no server whose certificate is not trusted, or is another host's", async () => {
    answer = (_, response) => response.end("a.b.c");
    const { ca, ...system } = network;
    expect(ca).toBeDefined();
    await expect(fetchBlob(url, never, { ...environment, network: system })).rejects.toMatchObject(
      unreachable,
    );
    const other = url.replace(host, "other.example.org");
    await expect(fetchBlob(other, never, environment)).rejects.toMatchObject(unreachable);
    expect(asked).toEqual([]);
  });

  it.each([["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["::1"]])(
    "never connects where a name leads inside: %s",
    async (...addresses) => {
      const lookup = async () =>
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
      const inside = { ...environment, network: { ...network, lookup, isReachable } };
      await expect(fetchBlob(url, never, inside)).rejects.toMatchObject(unreachable);
      expect(asked).toEqual([]);
    },
  );

  it.each(["https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/", "http://mds.example.org/"])(
    "never connects to %s",
    async (address) => {
      await expect(fetchBlob(address, never)).rejects.toMatchObject(unreachable);
    },
  );
});
