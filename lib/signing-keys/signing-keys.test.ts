import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { createLocalJWKSet, decodeProtectedHeader, generateKeyPair, jwtVerify, SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import * as schema from "#drizzle/schema/index.ts";
import { signingKeys } from "#drizzle/schema/signing-keys.ts";
import type { Runtime } from "#lib/context/context.ts";
import { randomToken } from "#lib/crypto/random.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { ensureSigningKeys } from "./ensure-signing-keys.ts";
import { listPublicJwks } from "./list-public-jwks.ts";
import { signingAlgorithmSchema } from "./schema.ts";
import { signJwt } from "./sign-jwt.ts";
import { verifyOwnJwt } from "./verify-own-jwt.ts";

describe("signing keys", () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterEach(async () => {
    await t.db.delete(signingKeys);
  });
  afterAll(() => t.close());

  /** The same database as another process would see it: nothing cached. */
  const otherInstance = (overrides: Partial<Runtime> = {}): Runtime => ({
    ...t.runtime(),
    db: drizzle(t.sql, { schema }),
    ...overrides,
  });

  it("makes one active key an algorithm, however many instances start at once, and writes it down", async () => {
    await Promise.all(Array.from({ length: 5 }, () => ensureSigningKeys(otherInstance())));
    const rows = await t.db.select().from(signingKeys);
    expect(rows.map(({ algorithm, state }) => `${algorithm} ${state}`).sort()).toEqual([
      "ES256 active",
      "EdDSA active",
      "RS256 active",
    ]);
    const events = await t.db.select().from(auditEvents);
    expect(events.filter((event) => event.action === "signing_key.created")).toHaveLength(3);
  });

  it("takes the stored key at later starts", async () => {
    await ensureSigningKeys(otherInstance());
    const before = await listPublicJwks(otherInstance());
    await ensureSigningKeys(otherInstance());
    expect(await listPublicJwks(otherInstance())).toEqual(before);
  });

  it("shows public halves alone, each with kid, use and its one algorithm", async () => {
    const runtime = otherInstance();
    await ensureSigningKeys(runtime);
    const jwks = await listPublicJwks(runtime);
    expect(jwks.map((jwk) => Object.keys(jwk).sort().join(" "))).toEqual([
      "alg e kid kty n use",
      "alg crv kid kty use x y",
      "alg crv kid kty use x",
    ]);
    expect(jwks.map(({ alg }) => alg)).toEqual(["RS256", "ES256", "EdDSA"]);
    const [rsa] = jwks;
    expect(Buffer.from(rsa?.alg === "RS256" ? rsa.n : "", "base64url")).toHaveLength(256);
  });

  it("stores the private half sealed only", async () => {
    await ensureSigningKeys(otherInstance());
    const [row] = await t.db.select().from(signingKeys);
    const stored = Buffer.from(row?.privateJwk ?? []).toString("latin1");
    expect(stored).not.toMatch(/"d"|"kty"/);
    expect(JSON.stringify(row?.publicJwk)).not.toMatch(/"(d|p|q|dp|dq|qi)"/);
  });

  it("refuses to start with a key file that does not belong to the database", async () => {
    await ensureSigningKeys(otherInstance());
    const foreign = { keys: [{ id: "test", key: randomToken(32) }] as const };
    const start = ensureSigningKeys(otherInstance({ keyring: foreign }));
    await expect(start).rejects.toThrow(StartupError);
    await expect(start).rejects.toThrow("The key file does not belong to this database.");
  });

  it("refuses a sealed key that was moved to another row", async () => {
    await ensureSigningKeys(otherInstance());
    await t.db.update(signingKeys).set({ kid: "moved" }).where(eq(signingKeys.algorithm, "ES256"));
    await expect(ensureSigningKeys(otherInstance())).rejects.toThrow(StartupError);
  });

  it.each(signingAlgorithmSchema.options)(
    "signs %s that the published keys verify, and recognises it, expired or not",
    async (alg) => {
      const runtime = otherInstance();
      await ensureSigningKeys(runtime);
      const token = await signJwt(runtime, { iss: "https://id.example.com", sub: "x", exp: 1 }, { alg });
      const keys = createLocalJWKSet({ keys: [...(await listPublicJwks(runtime))] });
      await jwtVerify(token, keys, { currentDate: new Date(0) });
      expect(decodeProtectedHeader(token)).toMatchObject({ alg, typ: "JWT", kid: expect.any(String) });
      expect(await verifyOwnJwt(runtime, token, { typ: "JWT" })).toMatchObject({ sub: "x", exp: 1 });
    },
  );

  it("recognises no token of another key, none that was changed, none unsigned, no other kind", async () => {
    const runtime = otherInstance();
    await ensureSigningKeys(runtime);
    const token = await signJwt(runtime, { sub: "x" }, { alg: "RS256" });
    const [header = "", , signature = ""] = token.split(".");
    const payload = Buffer.from('{"sub":"y"}').toString("base64url");
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");
    const { kid } = decodeProtectedHeader(token);
    const { privateKey } = await generateKeyPair("RS256");
    const foreign = await new SignJWT({ sub: "y" })
      .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: kid ?? "" })
      .sign(privateKey);
    for (const bad of [`${header}.${payload}.${signature}`, `${none}.${payload}.`, foreign, "a.b.c", "", "x"])
      expect(await verifyOwnJwt(runtime, bad, { typ: "JWT" })).toBeUndefined();
  });

  it("signs nothing that could outlive its key", async () => {
    const runtime = otherInstance();
    await ensureSigningKeys(runtime);
    const lives = (seconds: number) => signJwt(runtime, { iat: 1, exp: 1 + seconds }, { alg: "ES256" });
    await lives(86_400);
    await expect(lives(86_401)).rejects.toThrow("a JWT lives 86400 seconds at most");
  });

  it("recognises a token as the kind that it is, and as no other", async () => {
    const runtime = otherInstance();
    await ensureSigningKeys(runtime);
    const token = await signJwt(runtime, { sub: "ü" }, { alg: "EdDSA", typ: "at+jwt" });
    expect(decodeProtectedHeader(token).typ).toBe("at+jwt");
    expect(await verifyOwnJwt(runtime, token, { typ: "at+jwt" })).toEqual({ sub: "ü" });
    for (const typ of ["JWT", "AT+JWT", "logout+jwt", ""])
      expect(await verifyOwnJwt(runtime, token, { typ })).toBeUndefined();
  });
});
