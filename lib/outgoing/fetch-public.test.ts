import type { LookupAddress } from "node:dns";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeMetadataAuthority, toPem } from "#lib/testing/metadata/metadata-authority.ts";
import { fetchPublic, type OutgoingEnvironment, type OutgoingRequest } from "./fetch-public.ts";
import { isReachable } from "./private-network.ts";

const host = "mds.fidoalliance.org";
const limits: OutgoingRequest = { timeoutMs: 2000, maxBytes: 1000 };
const authority = makeMetadataAuthority();
let plain: Server;
let secure: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: { method: string; path: string; headers: IncomingMessage["headers"]; body: string }[];

const handler = (request: IncomingMessage, response: ServerResponse) => {
  let body = "";
  request.on("data", (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on("end", () => {
    const { method = "", url = "", headers } = request;
    asked.push({ method, path: url, headers, body });
    answer(request, response);
  });
};
const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listen = (server: Server) =>
  new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));

beforeAll(async () => {
  const cert = [authority.leaf, authority.intermediate].map(({ der }) => toPem(der, "CERTIFICATE")).join("");
  const key = authority.leaf.keyPair.privateKeyObject.export({ type: "pkcs8", format: "pem" });
  plain = createServer(handler);
  secure = createTlsServer({ cert, key }, handler);
  await Promise.all([listen(plain), listen(secure)]);
});
afterAll(() => {
  plain.closeAllConnections();
  secure.closeAllConnections();
  plain.close();
  secure.close();
});
beforeEach(() => {
  asked = [];
  answer = (_, response) => response.end("hello");
});

/** A network in which every name leads to `addresses`, one after the other. */
function network(...addresses: string[][]): OutgoingEnvironment & { looked: number } {
  const environment = {
    looked: 0,
    ca: authority.rootPem,
    isReachable,
    lookup: async (): Promise<LookupAddress[]> => {
      const found = addresses[Math.min(environment.looked, addresses.length - 1)] ?? [];
      environment.looked += 1;
      return found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    },
  };
  return environment;
}
const here = ["127.0.0.1"];
const url = () => `https://${host}:${portOf(secure)}/path?q=1`;
const allowed = { ...limits, allowPrivate: [host] };
const refusal = (problem: string) => ({ name: "OutgoingRefusal", problem });

describe("a request to the outside", () => {
  it("sends method, headers and body, and returns status, headers and bytes", async () => {
    answer = (_, response) => response.writeHead(404, { "x-answer": "yes" }).end(Buffer.from([0, 255]));
    const got = await fetchPublic(
      url(),
      { ...allowed, method: "POST", headers: { "content-type": "text/plain" }, body: "words" },
      network(here),
    );
    expect(got).toMatchObject({ status: 404, headers: { "x-answer": "yes" } });
    expect([...got.body]).toEqual([0, 255]);
    expect(asked).toMatchObject([
      { method: "POST", path: "/path?q=1", body: "words", headers: { "content-type": "text/plain" } },
    ]);
    expect(asked[0]?.headers.host).toBe(`${host}:${portOf(secure)}`);
  });

  it.each([
    "http://example.com/",
    "ftp://example.com/",
    "file:///etc/passwd",
    "https://user:password@example.com/",
    "not an address",
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://127.1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:a9fe:a9fe]/",
    "https://[64:ff9b::a9fe:a9fe]/",
    "https://[2002:7f00:1::]/",
    "https://[fe80::1]/",
    "https://[fd00:ec2::254]/",
    "https://169.254.169.254/latest/meta-data/",
    "https://100.100.100.200/",
    "https://10.0.0.1/",
    "https://0.0.0.0/",
    "https://224.0.0.1/",
  ])("never goes to %s", async (address) => {
    await expect(fetchPublic(address, limits)).rejects.toMatchObject(refusal("not_allowed"));
  });

  it.each([[["127.0.0.1"]], [["8.8.8.8", "10.0.0.1"]], [["::1"]], [["::ffff:127.0.0.1"]], [[]]])(
    "never connects where a name leads to %j",
    async (addresses) => {
      await expect(fetchPublic(url(), limits, network(addresses))).rejects.toMatchObject(
        refusal("not_allowed"),
      );
      expect(asked).toEqual([]);
    },
  );

  it("does not go to localhost by the system's own look-up", async () => {
    await expect(fetchPublic(`https://localhost:${portOf(secure)}/`, limits)).rejects.toMatchObject(
      refusal("not_allowed"),
    );
  });

  it("connects to the address that it checked: a name that changes its mind is asked once", async () => {
    const rebinding = network(["203.0.113.9"], here);
    const checked: string[] = [];
    const environment = {
      ...rebinding,
      isReachable: (_: readonly string[], __: string, address: string) => {
        checked.push(address);
        return true;
      },
    };
    // Nobody answers at the first address; what matters is that the second one is never reached.
    await expect(fetchPublic(url(), { ...limits, timeoutMs: 300 }, environment)).rejects.toMatchObject({
      name: "OutgoingRefusal",
    });
    expect(rebinding.looked).toBe(1);
    expect(checked).toEqual(["203.0.113.9"]);
    expect(asked).toEqual([]);
  });

  it("checks the place again at each request", async () => {
    const moving = network(["8.8.8.8"], here);
    moving.looked = 1;
    await expect(fetchPublic(url(), limits, moving)).rejects.toMatchObject(refusal("not_allowed"));
  });

  it("reaches a private place that the operator opened, by host, address or range", async () => {
    for (const place of [host, "127.0.0.1", "127.0.0.0/8"])
      expect((await fetchPublic(url(), { ...limits, allowPrivate: [place] }, network(here))).status).toBe(
        200,
      );
    const other = { ...limits, allowPrivate: ["10.0.0.0/8", "other.example.org"] };
    await expect(fetchPublic(url(), other, network(here))).rejects.toMatchObject(refusal("not_allowed"));
  });

  it("speaks http only when asked to", async () => {
    const target = `http://app.home.arpa:${portOf(plain)}/`;
    const inside = { ...limits, allowPrivate: ["127.0.0.0/8"] };
    await expect(fetchPublic(target, inside, network(here))).rejects.toMatchObject(refusal("not_allowed"));
    expect((await fetchPublic(target, { ...inside, allowHttp: true }, network(here))).status).toBe(200);
  });

  it("returns a redirect as it is unless redirects are asked for, and never follows one of a POST", async () => {
    answer = ({ url: path }, response) =>
      path === "/other" ? response.end("there") : response.writeHead(307, { location: "/other" }).end();
    expect((await fetchPublic(url(), allowed, network(here))).status).toBe(307);
    const following = { ...allowed, sameOriginRedirects: 1 };
    expect((await fetchPublic(url(), following, network(here))).body.toString()).toBe("there");
    expect((await fetchPublic(url(), { ...following, method: "POST" }, network(here))).status).toBe(307);
  });

  it.each([
    "https://elsewhere.example/",
    "http://127.0.0.1/",
    "https://mds.fidoalliance.org:1/",
    "file:///x",
  ])("does not follow a redirect to %s", async (location) => {
    answer = (_, response) => response.writeHead(302, { location }).end();
    await expect(
      fetchPublic(url(), { ...allowed, sameOriginRedirects: 3 }, network(here)),
    ).rejects.toMatchObject(refusal("not_allowed"));
    expect(asked).toHaveLength(1);
  });

  it("checks the addresses anew at each redirect", async () => {
    answer = (_, response) => response.writeHead(302, { location: "/again" }).end();
    const moving = network(here, ["10.0.0.1"]);
    const request = { ...limits, allowPrivate: ["127.0.0.1"], sameOriginRedirects: 3 };
    await expect(fetchPublic(url(), request, moving)).rejects.toMatchObject(refusal("not_allowed"));
    expect(asked).toHaveLength(1);
  });

  it("takes no more bytes than asked for", async () => {
    answer = (_, response) => response.end("x".repeat(1001));
    await expect(fetchPublic(url(), allowed, network(here))).rejects.toMatchObject(refusal("too_large"));
  });

  it.each([
    ["never answers", () => {}],
    ["never ends", (_: unknown, response: ServerResponse) => void response.write("a")],
  ])("does not wait for what %s", async (_, behaviour) => {
    answer = behaviour;
    await expect(fetchPublic(url(), { ...allowed, timeoutMs: 100 }, network(here))).rejects.toMatchObject(
      refusal("timed_out"),
    );
  });

  it("does not wait for a name that is never found, and gives up when told to", async () => {
    const silent = { ...network(here), lookup: () => new Promise<never>(() => {}) };
    await expect(fetchPublic(url(), { ...limits, timeoutMs: 100 }, silent)).rejects.toMatchObject(
      refusal("timed_out"),
    );
    const signal = AbortSignal.abort();
    await expect(fetchPublic(url(), { ...allowed, signal }, network(here))).rejects.toMatchObject(
      refusal("timed_out"),
    );
    expect(asked).toEqual([]);
  });

  it.each([
    [
      "cuts the answer off",
      (response: ServerResponse) => {
        response.writeHead(200, { "content-length": "10" }).write("a");
        setTimeout(() => response.destroy(), 20);
      },
    ],
    [
      "switches protocols",
      (response: ServerResponse) => {
        response.socket?.end("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n");
      },
    ],
    ["speaks something else", (response: ServerResponse) => void response.socket?.end("220 mail ESMTP\r\n")],
  ])("fails at once where the other side %s", async (_, behaviour) => {
    answer = (_request, response) => behaviour(response);
    await expect(fetchPublic(url(), allowed, network(here))).rejects.toMatchObject(refusal("unreachable"));
  });

  it("believes no server whose certificate is not trusted, or is another host's", async () => {
    const { ca, ...system } = network(here);
    expect(ca).toBeDefined();
    await expect(fetchPublic(url(), allowed, system)).rejects.toMatchObject(refusal("unreachable"));
    const other = url().replace(host, "other.example.org");
    await expect(
      fetchPublic(other, { ...limits, allowPrivate: ["127.0.0.1"] }, network(here)),
    ).rejects.toMatchObject(refusal("unreachable"));
    expect(asked).toEqual([]);
  });
});
