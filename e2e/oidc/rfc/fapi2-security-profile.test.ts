/** FAPI 2.0 Security Profile, section 5.3.2: what a client of that profile meets, seen from outside. */
import { randomBytes } from "node:crypto";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { makeClientKey } from "#lib/testing/client-key.ts";
import { type SignedInPerson, signUp } from "../../support/protocol.ts";
import { authorizationUrl, locationOf, pkce, redirectUri, visit } from "../relying-party.ts";
import {
  assertionFields,
  base,
  call,
  currentNonce,
  type FormFields,
  type MachineClient,
  makeProof,
  registerClient,
} from "./machine-client.ts";

const key = makeClientKey("ES256");
const rsa = makeClientKey("RS256");
const holder = makeClientKey("ES256");
let person: SignedInPerson;
let app: MachineClient;
let nonce: string;
beforeAll(async () => {
  person = await signUp("fapi@example.com");
  app = await registerClient({
    securityProfile: "fapi2",
    tokenEndpointAuthMethod: "private_key_jwt",
    jwks: { keys: [key.publicJwk, rsa.publicJwk] },
  });
  nonce = await currentNonce(await registerClient({ tokenEndpointAuthMethod: "none" }), holder);
});

const proof = async () => ({ dpop: await makeProof(holder, { nonce }) });
const authenticated = async (fields: FormFields) => ({ ...(await assertionFields(app, key)), ...fields });

/** Pushes a request; the answer, and the verifier that belongs to it. */
async function push(overrides: FormFields = {}, authentication?: FormFields) {
  const { verifier, challenge } = pkce();
  const fields = {
    response_type: "code",
    redirect_uri: redirectUri,
    scope: "openid email offline_access",
    state: "s",
    nonce: randomBytes(8).toString("hex"),
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...overrides,
  };
  const answer = await call("par", { ...(authentication ?? (await assertionFields(app, key))), ...fields });
  return { ...answer, verifier };
}

async function obtain(overrides: FormFields = {}) {
  const { body, verifier } = await push(overrides);
  const query = new URLSearchParams({ client_id: app.clientId, request_uri: String(body.request_uri) });
  const back = locationOf(await visit(`${base()}/oauth/authorize?${query}`, person.cookie));
  return { back, verifier, code: back.searchParams.get("code") ?? "" };
}

const redeem = async (
  { code, verifier }: { code: string; verifier: string },
  headers = {},
  fields: FormFields = {},
) =>
  call(
    "token",
    await authenticated({
      grant_type: "authorization_code",
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
      ...fields,
    }),
    headers,
  );

describe("FAPI 2.0 Security Profile section 5.3.2", () => {
  it("goes the whole way: pushed, authenticated by key, bound to a key, with iss in the answer", async () => {
    const { back, ...grant } = await obtain();
    expect(back.searchParams.get("iss")).toBe(base());
    const { status, body } = await redeem(grant, await proof());
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: "DPoP", id_token: expect.any(String) });
    const keys = createRemoteJWKSet(new URL(`${base()}/oauth/jwks`));
    const { protectedHeader } = await jwtVerify(String(body.id_token), keys, {
      issuer: base(),
      audience: app.clientId,
    });
    expect(["PS256", "ES256", "EdDSA"]).toContain(protectedHeader.alg);
  });

  it("5.3.2.2: refuses a request that was not pushed", async () => {
    const request = authorizationUrl({ client_id: app.clientId, code_challenge: pkce().challenge });
    const answer = await visit(request, person.cookie);
    if (answer.status === 303) expect(locationOf(answer).searchParams.get("error")).toBe("invalid_request");
    else expect(answer.status).toBe(400);
  });

  it("5.3.2.2: refuses a pushed request without S256, and one without redirect_uri", async () => {
    for (const overrides of [
      { code_challenge: undefined, code_challenge_method: undefined },
      { code_challenge_method: "plain" },
      { redirect_uri: undefined },
    ])
      expect((await push(overrides)).status).toBe(400);
  });

  it("5.3.2.1: wants the issuer alone as audience of the assertion, as a string", async () => {
    for (const aud of [
      `${base()}/oauth/token`,
      `${base()}/oauth/par`,
      [base()],
      [base(), `${base()}/oauth/token`],
    ]) {
      const { status, body } = await push({}, await assertionFields(app, key, { aud }));
      expect({ status, error: body.error }).toEqual({ status: 401, error: "invalid_client" });
    }
  });

  it("5.4.1: refuses assertions under RS256, and takes PS256", async () => {
    expect((await push({}, await assertionFields(app, rsa))).status).toBe(401);
    expect((await push({}, await assertionFields(app, { ...rsa, alg: "PS256" }))).status).toBe(201);
  });

  it("5.3.2.1: bears with clocks ten seconds ahead, and with none a minute ahead", async () => {
    const now = Math.floor(Date.now() / 1000);
    expect((await push({}, await assertionFields(app, key, { iat: now + 9, nbf: now + 9 }))).status).toBe(
      201,
    );
    for (const claims of [{ iat: now + 65 }, { nbf: now + 65 }])
      expect((await push({}, await assertionFields(app, key, claims))).status).toBe(401);
  });

  it("5.3.2.1: issues no bearer tokens", async () => {
    const { status, body } = await redeem(await obtain());
    expect({ status, error: body.error }).toEqual({ status: 400, error: "invalid_dpop_proof" });
  });

  it("5.3.2.1: takes a code once", async () => {
    const grant = await obtain();
    expect((await redeem(grant, await proof())).status).toBe(200);
    const again = await redeem(grant, await proof());
    expect({ status: again.status, error: again.body.error }).toEqual({
      status: 400,
      error: "invalid_grant",
    });
  });

  it("5.3.2.1: does not rotate refresh tokens", async () => {
    const { body } = await redeem(await obtain(), await proof());
    const refresh = async () =>
      call(
        "token",
        await authenticated({ grant_type: "refresh_token", refresh_token: String(body.refresh_token) }),
        await proof(),
      );
    for (let round = 0; round < 3; round += 1) {
      const answer = await refresh();
      expect(answer.status).toBe(200);
      expect([undefined, body.refresh_token]).toContain(answer.body.refresh_token);
    }
  });
});
