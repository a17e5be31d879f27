import { createSecretKey } from "node:crypto";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { usedJwtIds } from "#drizzle/schema/oidc.ts";
import { makeClientKey } from "#lib/testing/client-key.ts";
import { makeDpopProof, type ProofWishes, thumbprintOf, tokenEndpoint } from "#lib/testing/dpop.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { checkDpopProof, type DpopProofInput } from "./check-dpop-proof.ts";
import { currentDpopNonce, isGoodDpopNonce } from "./dpop-nonce.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const key = makeClientKey("ES256");
const now = testNow.getTime() / 1000;
const at = (seconds: number) => t.context({ now: new Date(testNow.getTime() + seconds * 1000) });
const endpoint = { method: "POST", url: tokenEndpoint, requireNonce: true };
const prove = (wishes: ProofWishes = {}) => makeDpopProof(t.context(), key, wishes);
const check = (header: string, input: Partial<DpopProofInput> = {}, ctx = t.context()) =>
  checkDpopProof(ctx, { ...endpoint, header, ...input });
const invalid = { code: "invalid_dpop_proof" };

describe("RFC 9449 section 4.3, a DPoP proof", () => {
  it.each(["RS256", "PS256", "ES256", "EdDSA"] as const)(
    "is taken from a key of %s, by its thumbprint",
    async (alg) => {
      const own = makeClientKey(alg);
      expect(await check(await makeDpopProof(t.context(), own))).toEqual({
        jkt: await thumbprintOf(own),
        alg,
      });
    },
  );

  it("is taken under the newer name of EdDSA too (RFC 9864)", async () => {
    const own = makeClientKey("EdDSA");
    await check(await makeDpopProof(t.context(), own, { header: { alg: "Ed25519" } }));
  });

  it.each([
    ["a query and a fragment", `${tokenEndpoint}?a=b#c`],
    ["the default port", "https://id.example.com:443/oauth/token"],
    ["another case of the host", "https://ID.example.com/oauth/token"],
  ])("is taken for the same address with %s", async (_, htu) => {
    await check(await prove({ claims: { htu } }));
  });

  it("bears with a clock that is a little ahead or behind", async () => {
    for (const iat of [now + 10, now - 299]) await check(await prove({ claims: { iat } }));
  });

  const refusals: [string, ProofWishes][] = [
    ["another method", { claims: { htm: "GET" } }],
    ["the method in lower case", { claims: { htm: "post" } }],
    ["another path", { claims: { htu: "https://id.example.com/oauth/par" } }],
    ["another host", { claims: { htu: "https://evil.example/oauth/token" } }],
    ["another scheme", { claims: { htu: "http://id.example.com/oauth/token" } }],
    ["an address that is none", { claims: { htu: "token" } }],
    ["no method", { claims: { htm: undefined } }],
    ["no address", { claims: { htu: undefined } }],
    ["no time", { claims: { iat: undefined } }],
    ["a time as text", { claims: { iat: `${now}` } }],
    ["a time long past", { claims: { iat: now - 301 } }],
    ["a time ahead", { claims: { iat: now + 61 } }],
    ["no jti", { claims: { jti: undefined } }],
    ["an empty jti", { claims: { jti: "" } }],
    ["an endless jti", { claims: { jti: "x".repeat(600) } }],
    ["another typ", { header: { typ: "JWT" } }],
    ["no typ", { header: { typ: undefined } }],
    ["no key", { header: { jwk: undefined } }],
    ["a key that is text", { header: { jwk: "x" } }],
    ["another key than the one that signed", { header: { jwk: makeClientKey("ES256").publicJwk } }],
    ["a key of another kind", { header: { jwk: makeClientKey("EdDSA").publicJwk } }],
    ["the private key", { header: { jwk: { ...key.privateKey.export({ format: "jwk" }) } } }],
    ["a critical header that is not known", { header: { crit: ["x"], x: 1 } }],
  ];
  it.each(refusals)("is refused with %s", async (_, wishes) => {
    // What cannot be signed with such a header at all cannot be sent either.
    const proof = await prove(wishes).catch(() => "x");
    await expect(check(proof)).rejects.toMatchObject(invalid);
  });

  it("is refused unsigned, signed by a shared secret, and with a weak key", async () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const [, payload = ""] = (await prove()).split(".");
    const unsigned = `${encode({ typ: "dpop+jwt", alg: "none", jwk: key.publicJwk })}.${payload}.`;
    const secret = Buffer.alloc(32, 7);
    const mac = await new SignJWT(JSON.parse(Buffer.from(payload, "base64url").toString()))
      .setProtectedHeader({
        typ: "dpop+jwt",
        alg: "HS256",
        jwk: { kty: "oct", k: secret.toString("base64url") } as never,
      })
      .sign(createSecretKey(secret));
    for (const bad of [
      unsigned,
      mac,
      "",
      "x",
      "a.b.c",
      `${await prove()}, ${await prove()}`,
      "x".repeat(20_000),
    ])
      await expect(check(bad)).rejects.toMatchObject(invalid);
  });

  it("is taken once: of a hundred at once one gets through", async () => {
    const proof = await prove();
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => check(proof)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(check(proof, {}, at(299))).rejects.toMatchObject(invalid);
    await expect(check(proof, {}, at(331))).rejects.toMatchObject(invalid);
    expect((await t.db.select().from(usedJwtIds)).every(({ expiresAt }) => expiresAt > testNow)).toBe(true);
  });

  it("lets two keys use the same jti", async () => {
    const other = makeClientKey("ES256");
    await check(await prove({ claims: { jti: "same" } }));
    await check(await makeDpopProof(t.context(), other, { claims: { jti: "same" } }));
  });

  it("must be made for the access token that comes along", async () => {
    await check(await prove({ accessToken: "token" }), { accessToken: "token" });
    for (const wishes of [{ accessToken: "other" }, {}, { claims: { ath: "token" } }])
      await expect(check(await prove(wishes), { accessToken: "token" })).rejects.toMatchObject(invalid);
  });
});

describe("RFC 9449 section 8, the nonce", () => {
  const useNonce = { code: "use_dpop_nonce" };

  it("is demanded, and an unknown or old one is answered the same way", async () => {
    for (const nonce of [undefined, "x", "", currentDpopNonce(at(-3600)), currentDpopNonce(at(3600))])
      await expect(check(await prove({ claims: { nonce } }))).rejects.toMatchObject(useNonce);
  });

  it("does without where it is not demanded, but never takes a wrong one", async () => {
    await check(await prove({ claims: { nonce: undefined } }), { requireNonce: false });
    await expect(
      check(await prove({ claims: { nonce: "x" } }), { requireNonce: false }),
    ).rejects.toMatchObject(useNonce);
  });

  it("changes every five minutes, and is good for one change more", async () => {
    const nonce = currentDpopNonce(at(0));
    expect(currentDpopNonce(at(299))).toBe(nonce);
    expect(currentDpopNonce(at(300))).not.toBe(nonce);
    expect(isGoodDpopNonce(at(599), nonce)).toBe(true);
    expect(isGoodDpopNonce(at(600), nonce)).toBe(false);
  });

  it("is known to every instance with the same keys, also when a new one was put in front", async () => {
    const nonce = currentDpopNonce(t.context());
    const newer = { id: "newer", key: new Uint8Array(32) };
    const ring = { keys: [newer, ...t.keyring.keys] as const };
    expect(isGoodDpopNonce({ ...t.context(), keyring: ring }, nonce)).toBe(true);
    expect(isGoodDpopNonce({ ...t.context(), keyring: { keys: [newer] } }, nonce)).toBe(false);
  });

  it("does not spend a proof that is asked to come again", async () => {
    const proof = await prove({ claims: { nonce: undefined } });
    await expect(check(proof)).rejects.toMatchObject(useNonce);
    await check(proof, { requireNonce: false });
  });
});
