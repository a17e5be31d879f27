/** OpenID Connect Core sections 5 and 8: claims, userinfo and subjects, as an app sees them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, decodeJwt, type JWTPayload, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { addClient, runCommand, type SignedInPerson, signUp } from "../../support/protocol.ts";
import { type Client, obtainCode, redirectUri, requestTokens, userinfo } from "../relying-party.ts";

const username = "claims@example.com";
const group = "oidc-core-claims";
const folder = mkdtempSync(join(tmpdir(), "latchkey-claims-"));
let ana: SignedInPerson;
let app: Client;

const fileOf = (name: string, value: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(value));
  return file;
};
const updateClient = (client: Client, changes: unknown) =>
  runCommand(["client", "update", "--id", client.clientId, "--file", fileOf("client.json", changes)]);

const profile = {
  givenName: "Ana",
  familyName: "Ruiz",
  middleName: "María",
  nickname: "Anita",
  profile: "https://people.example.com/ana",
  picture: "https://people.example.com/ana.jpg",
  website: "https://ana.example.com/",
  gender: "female",
  birthdate: "1984-02-29",
  zoneinfo: "Europe/Zurich",
  locale: "de-CH",
  address: { streetAddress: "Bahnhofstrasse 1", locality: "Bern", postalCode: "3011", country: "CH" },
  phoneNumber: "+41441234567",
  phoneNumberVerified: true,
  emailVerified: true,
};

beforeAll(async () => {
  ana = await signUp(username, "Ana Ruiz");
  await runCommand(["user", "set-profile", "--user", username, "--file", fileOf("profile.json", profile)]);
  await runCommand(["group", "add", "--name", group]);
  await runCommand(["group", "add-member", "--name", group, "--user", username]);
  app = await addClient({ redirectUris: [redirectUri], firstParty: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
}

async function tokensFor(client: Client, parameters: Record<string, string>): Promise<Tokens> {
  const code = await obtainCode(client, ana.cookie, parameters);
  return (await (await requestTokens(client, code)).json()) as Tokens;
}

async function claimsFor(scope: string, parameters: Record<string, string> = {}, client = app) {
  const tokens = await tokensFor(client, { scope, ...parameters });
  const response = await userinfo(tokens.access_token);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  const { sub, ...claims } = (await response.json()) as JWTPayload;
  const idToken = decodeJwt(tokens.id_token);
  expect(sub).toBe(idToken.sub);
  return { claims, idToken, sub };
}

describe("OpenID Connect Core section 5.4: userinfo", () => {
  it("gives no claim but sub for openid alone", async () => {
    expect((await claimsFor("openid")).claims).toEqual({});
  });

  it("gives all fourteen claims of profile, of the right JSON types", async () => {
    const { claims } = await claimsFor("openid profile");
    const text = expect.any(String);
    expect(claims).toEqual({
      ...{ name: "Ana Ruiz", family_name: "Ruiz", given_name: "Ana", middle_name: "María" },
      ...{ nickname: "Anita", preferred_username: username, profile: text, picture: text, website: text },
      ...{ gender: "female", birthdate: "1984-02-29", zoneinfo: "Europe/Zurich", locale: "de-CH" },
      updated_at: expect.any(Number),
    });
  });

  it("gives e-mail, address, phone number and groups with their scopes", async () => {
    expect((await claimsFor("openid email")).claims).toEqual({ email: username, email_verified: true });
    expect((await claimsFor("openid phone")).claims).toEqual({
      phone_number: "+41441234567",
      phone_number_verified: true,
    });
    expect((await claimsFor("openid address")).claims).toEqual({
      address: {
        formatted: "Bahnhofstrasse 1\n3011 Bern\nCH",
        street_address: "Bahnhofstrasse 1",
        locality: "Bern",
        postal_code: "3011",
        country: "CH",
      },
    });
    expect((await claimsFor("openid groups")).claims).toEqual({ groups: [group] });
  });

  it("leaves the ID Token without any of them", async () => {
    const { idToken } = await claimsFor("openid profile email address phone groups");
    for (const name of ["name", "email", "address", "phone_number", "groups"])
      expect(idToken).not.toHaveProperty(name);
  });
});

describe("OpenID Connect Core section 5.5: claims by name", () => {
  it("come where they were asked for, and only there", async () => {
    const claims = JSON.stringify({
      userinfo: { name: { essential: true }, groups: null },
      id_token: { email: null, groups: { essential: true } },
    });
    const answer = await claimsFor("openid", { claims });
    expect(answer.claims).toEqual({ name: "Ana Ruiz", groups: [group] });
    expect(answer.idToken).toMatchObject({ email: username, groups: [group] });
    expect(answer.idToken).not.toHaveProperty("name");
  });

  it("section 5.5.1: are given with their true value where another one was asked for", async () => {
    const claims = JSON.stringify({ userinfo: { locale: { value: "en", essential: true } } });
    expect((await claimsFor("openid", { claims })).claims).toEqual({ locale: "de-CH" });
  });
});

describe("OpenID Connect Core section 5.3.2: signed userinfo", () => {
  it.each(["RS256", "ES256", "EdDSA"])(
    "is a %s JWT with iss and aud, for who registered for it",
    async (alg) => {
      const client = await addClient({ redirectUris: [redirectUri], firstParty: true });
      await updateClient(client, { userinfoSignedResponseAlg: alg, idTokenSignedResponseAlg: alg });
      const tokens = await tokensFor(client, { scope: "openid email" });
      const response = await userinfo(tokens.access_token);
      expect(response.headers.get("content-type")).toBe("application/jwt");
      expect(response.headers.get("cache-control")).toBe("no-store");
      const keys = createRemoteJWKSet(new URL(`${inject("baseUrl")}/oauth/jwks`));
      const expected = { issuer: inject("baseUrl"), audience: client.clientId, algorithms: [alg] };
      const { payload } = await jwtVerify(await response.text(), keys, { ...expected, typ: "userinfo+jwt" });
      const idToken = await jwtVerify(tokens.id_token, keys, { ...expected, typ: "JWT" });
      expect(payload).toMatchObject({ sub: idToken.payload.sub, email: username, email_verified: true });
    },
  );
});

describe("OpenID Connect Core section 5.4: an app that wants its claims in the ID Token", () => {
  it("gets those of its scopes there, groups too", async () => {
    const client = await addClient({ redirectUris: [redirectUri], firstParty: true });
    await updateClient(client, { claimsInIdToken: true });
    const { idToken } = await claimsFor("openid email groups", {}, client);
    expect(idToken).toMatchObject({ email: username, groups: [group] });
    expect(idToken).not.toHaveProperty("name");
  });
});

describe("OpenID Connect Core section 8.1: pairwise subjects", () => {
  const addPairwise = async (host: string) => {
    const uri = `https://${host}/callback`;
    const client = await addClient({ redirectUris: [uri], firstParty: true });
    await updateClient(client, { subjectType: "pairwise" });
    return async (parameters: Record<string, string> = {}) => {
      const code = await obtainCode(client, ana.cookie, {
        redirect_uri: uri,
        scope: "openid",
        ...parameters,
      });
      const tokens = (await (await requestTokens(client, code, { redirect_uri: uri })).json()) as Tokens;
      const { sub } = (await (await userinfo(tokens.access_token)).json()) as JWTPayload;
      expect(decodeJwt(tokens.id_token).sub).toBe(sub);
      return { sub: String(sub), idToken: tokens.id_token };
    };
  };

  it("are the same in one sector, others in another, and never the person's id", async () => {
    const notes = await addPairwise("pairwise.example.com");
    const photos = await addPairwise("pairwise.example.com");
    const shop = await addPairwise("pairwise.example.org");
    const { sub } = await notes();
    expect(sub).not.toBe(ana.user.id);
    expect((await notes()).sub).toBe(sub);
    expect((await photos()).sub).toBe(sub);
    expect((await shop()).sub).not.toBe(sub);
  });

  it("are understood when they come back, as a hint and as the sub that is expected", async () => {
    const notes = await addPairwise("hints.example.com");
    const { sub, idToken } = await notes();
    expect((await notes({ prompt: "none", id_token_hint: idToken })).sub).toBe(sub);
    const claims = JSON.stringify({ id_token: { sub: { value: sub } } });
    expect((await notes({ prompt: "none", claims })).sub).toBe(sub);
    const foreign = JSON.stringify({ id_token: { sub: { value: ana.user.id } } });
    await expect(notes({ prompt: "none", claims: foreign })).rejects.toThrow("no code");
  });
});
