/** RFC 7523 sections 2.2 and 3: clients that authenticate by JWTs, seen from outside. */
import { SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { assertionClaims, makeClientKey } from "#lib/testing/client-key.ts";
import {
  asAssertion,
  assertionFields,
  base,
  call,
  type FormFields,
  type MachineClient,
  registerClient,
} from "./machine-client.ts";

const key = makeClientKey("ES256");
const machine = { redirectUris: [], responseTypes: [], grantTypes: ["client_credentials"] };
let app: MachineClient;
beforeAll(async () => {
  const jwks = { keys: [key.publicJwk] };
  app = await registerClient({ ...machine, tokenEndpointAuthMethod: "private_key_jwt", jwks });
});

const ask = (fields: FormFields) => call("token", { grant_type: "client_credentials", ...fields });
const refusal = async (fields: FormFields) => {
  const { status, body } = await ask(fields);
  return { status, error: body.error, error_description: body.error_description };
};
const refused = {
  status: 401,
  error: "invalid_client",
  error_description: "Client authentication failed.",
};

describe("RFC 7523 section 3, private_key_jwt", () => {
  it("lets the holder of the registered key in, with and without client_id beside it", async () => {
    expect((await ask(await assertionFields(app, key))).status).toBe(200);
    const named = { ...(await assertionFields(app, key)), client_id: app.clientId };
    expect((await ask(named)).status).toBe(200);
    const tokenEndpoint = await assertionFields(app, key, { aud: `${base()}/oauth/token` });
    expect((await ask(tokenEndpoint)).status).toBe(200);
  });

  it("refuses an assertion that is shown twice", async () => {
    const fields = await assertionFields(app, key);
    expect((await ask(fields)).status).toBe(200);
    expect(await refusal(fields)).toEqual(refused);
  });

  it("refuses one for another audience, of another issuer, about another subject, expired, or without jti", async () => {
    const now = Math.floor(Date.now() / 1000);
    for (const claims of [
      { aud: "https://other.example" },
      { aud: `${base()}.evil.example` },
      { iss: "other" },
      { exp: now - 120 },
      { exp: now + 86_400 },
      { nbf: now + 120 },
      { iat: now + 120 },
      { jti: undefined },
    ])
      expect(await refusal(await assertionFields(app, key, claims))).toEqual(refused);
    expect((await ask(await assertionFields(app, key, { sub: "other" }))).status).toBe(401);
  });

  it("refuses another key, however the header points to it, no signature, and the public key as a secret", async () => {
    const stranger = makeClientKey("ES256", key.kid);
    expect(await refusal(await assertionFields(app, stranger))).toEqual(refused);
    const claims = assertionClaims(app.clientId, new Date(), { aud: base() });
    const withKey = await new SignJWT(claims)
      .setProtectedHeader({ alg: "ES256", jwk: stranger.publicJwk, jku: "https://evil.example/jwks" })
      .sign(stranger.privateKey);
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const unsigned = `${encode({ alg: "none" })}.${encode(claims)}.`;
    const mac = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256" })
      .sign(new TextEncoder().encode(JSON.stringify(key.publicJwk)));
    for (const jwt of [withKey, unsigned, mac]) expect(await refusal(asAssertion(jwt))).toEqual(refused);
  });

  it("refuses two ways of authenticating at once", async () => {
    const fields = { ...(await assertionFields(app, key)), client_secret: "s" };
    expect(await refusal(fields)).toMatchObject({ status: 400, error: "invalid_request" });
  });

  it("authenticates at the endpoints for introspection and revocation alike", async () => {
    for (const endpoint of ["introspect", "revoke"])
      expect((await call(endpoint, { token: "x", ...(await assertionFields(app, key)) })).status).toBe(200);
  });
});

describe("OIDC Core section 9, client_secret_jwt", () => {
  it("takes a MAC under the secret, once, and no other", async () => {
    const client = await registerClient({ ...machine, tokenEndpointAuthMethod: "client_secret_jwt" });
    const by = (secret = "") =>
      new SignJWT(assertionClaims(client.clientId, new Date(), { aud: base() }))
        .setProtectedHeader({ alg: "HS256" })
        .sign(new TextEncoder().encode(secret));
    const good = asAssertion(await by(client.clientSecret));
    expect((await ask(good)).status).toBe(200);
    expect(await refusal(good)).toEqual(refused);
    expect(await refusal(asAssertion(await by("x".repeat(43))))).toEqual(refused);
    const plain = { client_id: client.clientId, client_secret: client.clientSecret };
    expect(await refusal(plain)).toEqual(refused);
  });
});
