import { desc, eq } from "drizzle-orm";
import { type JWTHeaderParameters, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { type ClientRow, clients } from "#drizzle/schema/clients.ts";
import { usedJwtIds } from "#drizzle/schema/oidc.ts";
import type { Context } from "#lib/context/context.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { assertionClaims, type ClientKey, makeClientKey, signByClient } from "#lib/testing/client-key.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { authenticateClient } from "../authenticate-client.ts";
import { selectClientErrors } from "../errors/store.ts";
import { readClientCredentials } from "../read-client-credentials.ts";
import type { NewClient } from "../schema.ts";
import { deleteExpiredUsedJwts } from "../used-jwts/cleanup.ts";

let t: TestDatabase;
const key = makeClientKey("ES256");
let client: ClientRow;
beforeAll(async () => {
  t = await testDatabase();
  client = await keyClient([key]);
});
afterAll(() => t.close());

const keyClient = async (keys: readonly ClientKey[], overrides: Partial<NewClient> = {}) => {
  const jwks = { keys: keys.map(({ publicJwk }) => publicJwk) };
  const method = { tokenEndpointAuthMethod: "private_key_jwt" } as const;
  return (await buildClient(t.context(), { ...method, jwks, ...overrides })).client;
};
const bearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** Presents an assertion as an endpoint would; the id of the client that it authenticated. */
async function present(assertion: string, ctx: Context = t.context(), clientId?: string): Promise<string> {
  const source = { authorization: undefined, clientId, clientSecret: undefined };
  const credentials = { ...source, clientAssertion: assertion, clientAssertionType: bearer };
  return (await authenticateClient(ctx, readClientCredentials(credentials))).id;
}

const signed = (
  overrides: Readonly<Record<string, unknown>> = {},
  header: Partial<JWTHeaderParameters> = {},
) => signByClient(key, assertionClaims(client.id, testNow, overrides), header);
const lastReason = async () =>
  (await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1))[0]?.reason;
const refused = { code: "invalid_client", description: "Client authentication failed." };
const now = testNow.getTime() / 1000;

describe("RFC 7523 section 3, private_key_jwt", () => {
  it.each(["RS256", "PS256", "ES256", "EdDSA"] as const)("takes an assertion signed by %s", async (alg) => {
    const own = makeClientKey(alg);
    const app = await keyClient([own]);
    expect(await present(await signByClient(own, assertionClaims(app.id, testNow)))).toBe(app.id);
  });

  it("takes EdDSA under its newer name too (RFC 9864)", async () => {
    const own = makeClientKey("EdDSA");
    const app = await keyClient([own]);
    expect(await present(await signByClient(own, assertionClaims(app.id, testNow), { alg: "Ed25519" }))).toBe(
      app.id,
    );
  });

  it.each([
    ["the issuer", "https://id.example.com"],
    ["the token endpoint", "https://id.example.com/oauth/token"],
    ["the endpoint for pushed requests", "https://id.example.com/oauth/par"],
    ["a list with one of them", ["https://other.example", "https://id.example.com/oauth/token"]],
  ])("takes as audience %s", async (_, aud) => {
    expect(await present(await signed({ aud }))).toBe(client.id);
  });

  it("takes one without iat and nbf, and one whose clock is a little ahead or behind", async () => {
    await present(await signed({ iat: undefined }));
    await present(await signed({ iat: now + 10, nbf: now + 10 }));
    await present(await signed({ exp: now - 29 }));
    await present(await signed({ exp: now + 3600 }));
  });

  it("takes the client_id beside it when it is the same", async () => {
    expect(await present(await signed(), t.context(), client.id)).toBe(client.id);
    await expect(present(await signed(), t.context(), "other")).rejects.toMatchObject({
      code: "invalid_request",
    });
  });

  const refusals: [string, Record<string, unknown>, string][] = [
    ["another issuer", { iss: "other" }, "assertion_claim_iss"],
    ["no issuer", { iss: undefined }, "assertion_claim_iss"],
    ["the audience of another server", { aud: "https://other.example" }, "assertion_claim_aud"],
    ["an audience that only begins like ours", { aud: "https://id.example.com.evil" }, "assertion_claim_aud"],
    ["our authorization endpoint", { aud: "https://id.example.com/oauth/authorize" }, "assertion_claim_aud"],
    ["an empty list of audiences", { aud: [] }, "assertion_claim_aud"],
    ["no audience", { aud: undefined }, "assertion_claim_aud"],
    ["no end", { exp: undefined }, "assertion_claim_exp"],
    ["an end as text", { exp: "2030" }, "assertion_claim_exp"],
    ["an end hours away", { exp: now + 3700 }, "assertion_claim_exp"],
    ["an end that is past", { exp: now - 31 }, "assertion_expired"],
    ["a beginning ahead", { nbf: now + 61 }, "assertion_claim_nbf"],
    ["an issue ahead", { iat: now + 61 }, "assertion_claim_iat"],
    ["no jti", { jti: undefined }, "assertion_claim_jti"],
    ["an empty jti", { jti: "" }, "assertion_claim_jti"],
    ["a jti without end", { jti: "x".repeat(600) }, "assertion_claim_jti"],
  ];
  it.each(refusals)("refuses %s", async (_, overrides, reason) => {
    await expect(present(await signed(overrides))).rejects.toMatchObject(refused);
    expect(await lastReason()).toBe(reason);
  });

  it("refuses the same assertion a second time, and another one with the same jti", async () => {
    const assertion = await signed({ jti: "once" });
    await present(assertion);
    for (const again of [assertion, await signed({ jti: "once", exp: now + 90 })]) {
      await expect(present(again)).rejects.toMatchObject(refused);
      expect(await lastReason()).toBe("assertion_replayed");
    }
    const other = await keyClient([key]);
    await present(await signByClient(key, assertionClaims(other.id, testNow, { jti: "once" })));
  });

  it("lets one of a hundred at once in", async () => {
    const assertion = await signed();
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => present(assertion)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("does not let a stranger spend a jti", async () => {
    const stranger = makeClientKey("ES256", key.kid);
    const claims = assertionClaims(client.id, testNow, { jti: "mine" });
    await expect(present(await signByClient(stranger, claims))).rejects.toMatchObject(refused);
    expect(await present(await signByClient(key, claims))).toBe(client.id);
  });

  it("forgets an assertion when nobody would take it any more", async () => {
    await present(await signed());
    await deleteExpiredUsedJwts(t.db, new Date(testNow.getTime() + 30_000));
    expect((await t.db.select().from(usedJwtIds)).length).toBeGreaterThan(0);
    await deleteExpiredUsedJwts(t.db, new Date(testNow.getTime() + 7200_000));
    expect(await t.db.select().from(usedJwtIds)).toEqual([]);
  });

  it("takes the algorithm that is registered, and no other that the key could do", async () => {
    const rsa = makeClientKey("RS256");
    const app = await keyClient([rsa], { tokenEndpointAuthSigningAlg: "PS256" });
    const claims = () => assertionClaims(app.id, testNow);
    await expect(present(await signByClient(rsa, claims()))).rejects.toMatchObject(refused);
    await present(await signByClient({ ...rsa, alg: "PS256" }, claims()));
  });

  it("finds the key by its kid, tries those that fit where there is none, and takes none of another app", async () => {
    const [first, second] = [makeClientKey("ES256", "a"), makeClientKey("ES256", "b")];
    const app = await keyClient([first, second]);
    const claims = () => assertionClaims(app.id, testNow);
    await present(await signByClient(second, claims()));
    const bare = await new SignJWT(claims()).setProtectedHeader({ alg: "ES256" }).sign(second.privateKey);
    await present(bare);
    for (const wrong of [
      signByClient({ ...second, kid: "a" }, claims()),
      signByClient({ ...second, kid: "c" }, claims()),
      signByClient(key, claims()),
    ])
      await expect(present(await wrong)).rejects.toMatchObject(refused);
  });

  it("refuses a client that registered another method, a disabled one and an unknown one", async () => {
    const basic = (await buildClient(t.context())).client;
    const gone = await keyClient([key]);
    await t.db.update(clients).set({ disabledAt: testNow }).where(eq(clients.id, gone.id));
    for (const id of [basic.id, gone.id, "nobody"])
      await expect(present(await signByClient(key, assertionClaims(id, testNow)))).rejects.toMatchObject(
        refused,
      );
  });
});

describe("a client that could not be authenticated", () => {
  const kept = async (id: ClientRow["id"]) => (await selectClientErrors(t.db, id))[0];

  it("leaves its developer the reason, which the caller is not told", async () => {
    const app = await keyClient([key], { tokenEndpointAuthSigningAlg: "ES256" });
    const fail = async (overrides: Readonly<Record<string, unknown>>) => {
      const assertion = await signByClient(key, assertionClaims(app.id, testNow, overrides));
      await expect(present(assertion)).rejects.toMatchObject(refused);
      return await kept(app.id);
    };
    expect(await fail({ exp: now - 60 })).toMatchObject({
      code: "invalid_client",
      explanation: expect.stringContaining("has expired"),
      facts: [
        { name: "token_endpoint_auth_method", sent: "private_key_jwt", registered: ["private_key_jwt"] },
        { name: "token_endpoint_auth_signing_alg", registered: ["ES256"] },
      ],
    });
    expect((await fail({ aud: "https://other.example" }))?.explanation).toContain(
      "aud of the client assertion",
    );
    expect((await fail({ iss: "x" }))?.explanation).toMatch(/^iss of the client assertion/);
    const post = { clientId: app.id, method: "client_secret_post", secret: "precious" } as const;
    await expect(authenticateClient(t.context(), post)).rejects.toMatchObject(refused);
    expect((await kept(app.id))?.explanation).toContain("another way");
    expect(JSON.stringify(await selectClientErrors(t.db, app.id))).not.toContain("precious");
  });
});

describe("RFC 8725, JWTs that are made to confuse", () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

  it("refuses alg none, however it is written", async () => {
    for (const alg of ["none", "None", "NONE", ""]) {
      const unsigned = `${encode({ alg, kid: key.kid })}.${encode(assertionClaims(client.id, testNow))}.`;
      await expect(present(unsigned)).rejects.toMatchObject({ code: "invalid_client" });
    }
  });

  it("refuses the public key as the secret of a MAC", async () => {
    const rsa = makeClientKey("RS256");
    const app = await keyClient([rsa]);
    for (const secret of [JSON.stringify(rsa.publicJwk), String(rsa.publicJwk.n)]) {
      const forged = await new SignJWT(assertionClaims(app.id, testNow))
        .setProtectedHeader({ alg: "HS256", kid: rsa.kid })
        .sign(new TextEncoder().encode(secret));
      await expect(present(forged)).rejects.toMatchObject(refused);
      expect(await lastReason()).toBe("wrong_method");
    }
  });

  it("takes no key from the header", async () => {
    const stranger = makeClientKey("ES256");
    const jwks = "https://evil.example/jwks";
    const headers = [
      { jwk: stranger.publicJwk },
      { jku: jwks },
      { x5u: jwks },
      { kid: jwks },
      { kid: "../../../../etc/passwd" },
      { kid: "' or 1=1 --" },
    ];
    for (const header of headers) {
      const forged = await signByClient(stranger, assertionClaims(client.id, testNow), header as never);
      await expect(present(forged)).rejects.toMatchObject(refused);
      expect(await lastReason()).toBe("wrong_signature");
    }
  });

  it("refuses a changed payload, a cut signature and what is no JWT", async () => {
    const [header = "", , signature = ""] = (await signed()).split(".");
    const payload = encode(assertionClaims(client.id, testNow, { jti: "changed" }));
    for (const bad of [
      `${header}.${payload}.${signature}`,
      `${header}.${payload}.`,
      "a.b.c",
      "x",
      `${header}.${encode("text")}.${signature}`,
      `${header}.${encode({ sub: "a\0b" })}.${signature}`,
      `${encode({ alg: "ES256", crit: ["x"], x: 1 })}.${payload}.${signature}`,
    ])
      await expect(present(bad)).rejects.toMatchObject({ code: "invalid_client" });
  });

  it("refuses two proofs at once, and an assertion without its type", async () => {
    const source = { authorization: undefined, clientId: undefined, clientSecret: undefined };
    const assertion = await signed();
    for (const more of [{ clientSecret: "s" }, { authorization: "Basic YTpi" }])
      expect(() =>
        readClientCredentials({
          ...source,
          ...more,
          clientAssertion: assertion,
          clientAssertionType: bearer,
        }),
      ).toThrow("invalid_request");
    for (const type of [undefined, "urn:ietf:params:oauth:client-assertion-type:saml2-bearer"])
      expect(() =>
        readClientCredentials({ ...source, clientAssertion: assertion, clientAssertionType: type }),
      ).toThrow("invalid_client");
  });
});

describe("FAPI 2.0 Security Profile section 5.3.2.1", () => {
  const fapi = async (own: ClientKey) => {
    const app = await keyClient([own]);
    await t.db.update(clients).set({ securityProfile: "fapi2" }).where(eq(clients.id, app.id));
    return app;
  };

  it("wants the issuer as audience, as a string and alone", async () => {
    const app = await fapi(key);
    const by = (aud: unknown) => signByClient(key, assertionClaims(app.id, testNow, { aud }));
    await present(await by("https://id.example.com"));
    for (const aud of ["https://id.example.com/oauth/token", ["https://id.example.com"]])
      await expect(present(await by(aud))).rejects.toMatchObject(refused);
  });

  it("takes PS256 and no RS256", async () => {
    const rsa = makeClientKey("RS256");
    const app = await fapi(rsa);
    await expect(present(await signByClient(rsa, assertionClaims(app.id, testNow)))).rejects.toMatchObject(
      refused,
    );
    await present(await signByClient({ ...rsa, alg: "PS256" }, assertionClaims(app.id, testNow)));
  });
});

describe("OIDC Core section 9, client_secret_jwt", () => {
  const build = async () => {
    const added = await buildClient(t.context(), { tokenEndpointAuthMethod: "client_secret_jwt" });
    const by = (secret: string, alg = "HS256", overrides = {}) =>
      new SignJWT(assertionClaims(added.client.id, testNow, overrides))
        .setProtectedHeader({ alg })
        .sign(new TextEncoder().encode(secret));
    return { app: added.client, secret: added.secret ?? "", by };
  };

  it("takes a MAC under the secret, once", async () => {
    const { app, secret, by } = await build();
    const assertion = await by(secret);
    expect(await present(assertion)).toBe(app.id);
    await expect(present(assertion)).rejects.toMatchObject(refused);
  });

  it("refuses another secret, the hash of the secret, another MAC and the secret itself", async () => {
    const { app, secret, by } = await build();
    const [row] = await t.sql`select secret_hash from client_secrets where client_id = ${app.id}`;
    const hash = Buffer.from(row?.secret_hash);
    for (const assertion of [by("x".repeat(43)), by(hash.toString("hex")), by(`${secret}${secret}`, "HS512")])
      await expect(present(await assertion)).rejects.toMatchObject(refused);
    const post = { clientId: app.id, method: "client_secret_post", secret } as const;
    await expect(authenticateClient(t.context(), post)).rejects.toMatchObject(refused);
  });

  it("refuses an app whose method is another, and holds it to the same claims", async () => {
    const { app, secret, by } = await build();
    await expect(present(await by(secret, "HS256", { aud: "https://other.example" }))).rejects.toMatchObject(
      refused,
    );
    await t.db
      .update(clients)
      .set({ tokenEndpointAuthMethod: "client_secret_basic" })
      .where(eq(clients.id, app.id));
    await expect(present(await by(secret))).rejects.toMatchObject(refused);
    expect(await lastReason()).toBe("wrong_method");
  });
});
