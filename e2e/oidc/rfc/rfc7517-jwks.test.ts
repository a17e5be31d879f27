/** RFC 7517, RFC 7518 and RFC 8037: the keys that the issuer shows. */
import { beforeAll, describe, expect, inject, it } from "vitest";
import { runCommand } from "../../support/protocol.ts";

type Key = Readonly<Record<string, string>>;

const jwks = (headers: Record<string, string> = {}) => fetch(`${inject("baseUrl")}/oauth/jwks`, { headers });
let keys: readonly Key[];
beforeAll(async () => {
  keys = ((await (await jwks()).json()) as { keys: Key[] }).keys;
});

describe("RFC 7517 section 4: every key", () => {
  it("has a kid of its own, its one algorithm, and the use sig", () => {
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatchObject({ use: "sig", kid: expect.stringMatching(/^.{43}$/) });
    expect(new Set(keys.map(({ alg }) => alg))).toEqual(new Set(["RS256", "ES256", "EdDSA"]));
  });
});

describe("RFC 7518 section 6 and RFC 8037 section 2: every key", () => {
  it("shows the members of its type and no private one", () => {
    const members: Record<string, string> = {
      RS256: "alg e kid kty n use",
      ES256: "alg crv kid kty use x y",
      EdDSA: "alg crv kid kty use x",
    };
    for (const key of keys) expect(Object.keys(key).sort().join(" ")).toBe(members[key.alg ?? ""]);
  });

  it("of RSA has 2048 bits at least", () => {
    for (const key of keys.filter(({ kty }) => kty === "RSA"))
      expect(Buffer.from(key.n ?? "", "base64url").length).toBeGreaterThanOrEqual(256);
  });
});

describe("RFC 9110 section 13.1.2: the key set", () => {
  it("may be kept by everybody for five minutes, and is not sent twice to who has it", async () => {
    const response = await jwks();
    expect(response.headers.get("cache-control")).toBe("public, max-age=300");
    const etag = response.headers.get("etag") ?? "";
    const again = await jwks({ "if-none-match": etag });
    expect(again.status).toBe(304);
    expect(again.headers.get("etag")).toBe(etag);
    expect(await again.text()).toBe("");
  });
});

describe("a rotation from the shell while the server runs", () => {
  it("publishes a successor of the key, or lets it take over, and withdraws what is revoked", async () => {
    const list = async (...args: string[]) => JSON.parse((await runCommand(args)).stdout) as Key[];
    const of = (all: readonly Key[], state: string) =>
      all.filter((key) => key.algorithm === "EdDSA" && key.state === state);
    const rotated = await list("keys", "rotate", "--algorithm", "EdDSA", "--json");
    expect(of(rotated, "active")).toHaveLength(1);
    const [next] = of(rotated, "next");
    const revoked = await list("keys", "revoke", "--kid", next?.kid ?? "", "--json");
    expect(revoked.find(({ kid }) => kid === next?.kid)).toMatchObject({ state: "retired" });
    expect(of(revoked, "next")).toHaveLength(1);
    expect(await list("keys", "list", "--json")).toEqual(revoked);
    await expect(runCommand(["keys", "revoke", "--kid", "unknown"])).rejects.toThrow();
    await expect(runCommand(["keys", "rotate", "--algorithm", "none"])).rejects.toThrow();
  });
});
