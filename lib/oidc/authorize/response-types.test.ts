import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { authorizationEntries, authorize } from "#lib/testing/authorization.ts";
import { buildClient, testRedirectUri } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { beginAuthorization } from "./begin-authorization.ts";
import { answerModeOf, readResponseType } from "./check-response.ts";

let t: TestDatabase;
let old: ClientRow;
let modern: ClientRow;
let person: UserActor;
let signedIn: Context;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  ({ client: modern } = await buildClient(t.context(), { firstParty: true }));
  ({ client: old } = await buildClient(t.context(), {
    firstParty: true,
    requirePkce: false,
    grantTypes: ["authorization_code", "implicit"],
    responseTypes: [
      "code",
      "id_token",
      "id_token token",
      "code id_token",
      "code token",
      "code id_token token",
    ],
  }));
  ({ actor: person } = await buildUser(t.db, { username: "ana@example.com" }));
  signedIn = t.context({ actor: person });
});
afterAll(() => t.close());

const inFragment = (location: URL) => new URLSearchParams(location.hash.slice(1));
const halfHash = (value: string | null) => encodeBase64url(sha256(value ?? "").subarray(0, 16));
const answer = async (client: ClientRow, overrides: Record<string, string | undefined>, ctx = signedIn) =>
  beginAuthorization(ctx, { entries: authorizationEntries(client, overrides), cookieWithheld: false });

describe("Multiple Response Type Encoding Practices, a registered response type", () => {
  it.each([
    ["id_token", ["id_token"]],
    ["id_token token", ["access_token", "expires_in", "id_token", "scope", "token_type"]],
    ["token id_token", ["access_token", "expires_in", "id_token", "scope", "token_type"]],
    ["code id_token", ["code", "id_token"]],
    ["code token", ["access_token", "code", "expires_in", "scope", "token_type"]],
    ["code id_token token", ["access_token", "code", "expires_in", "id_token", "scope", "token_type"]],
  ])("%s is answered in the fragment with its members alone", async (response_type, members) => {
    const location = await authorize(signedIn, old, { response_type });
    expect(location.origin + location.pathname + location.search).toBe(testRedirectUri);
    expect([...inFragment(location).keys()].sort()).toEqual([...members, "iss", "state"].sort());
    expect(inFragment(location).get("state")).toBe("the state");
  });

  it("binds the ID Token to what came with it (OIDC Core 3.2.2.9, 3.3.2.11)", async () => {
    const answer = inFragment(await authorize(signedIn, old, { response_type: "code id_token token" }));
    expect(decodeJwt(answer.get("id_token") ?? "")).toMatchObject({
      nonce: "the nonce",
      at_hash: halfHash(answer.get("access_token")),
      c_hash: halfHash(answer.get("code")),
      sub: person.userId,
      aud: old.id,
      sid: person.sessionId,
    });
  });

  it("puts the claims of the scopes into an ID Token that comes alone (OIDC Core 5.4)", async () => {
    const alone = inFragment(await authorize(signedIn, old, { response_type: "id_token" }));
    expect(decodeJwt(alone.get("id_token") ?? "")).toMatchObject({ email: "ana@example.com" });
    const hybrid = inFragment(await authorize(signedIn, old, { response_type: "code id_token" }));
    expect(decodeJwt(hybrid.get("id_token") ?? "")).not.toHaveProperty("email");
  });

  it("gives an access token, and never a refresh token", async () => {
    const scope = "openid email offline_access";
    const answer = inFragment(await authorize(signedIn, old, { response_type: "id_token token", scope }));
    expect(answer.has("refresh_token")).toBe(false);
    expect(answer.get("scope")).toBe("openid email");
    expect(answer.get("token_type")).toBe("Bearer");
    expect(answer.get("access_token")).toMatch(/^.{43}$/);
  });

  it.each(["id_token", "id_token token", "code id_token", "code id_token token"])(
    "%s needs a nonce",
    async (response_type) => {
      const location = await authorize(signedIn, old, { response_type, nonce: undefined });
      expect(inFragment(location).get("error")).toBe("invalid_request");
    },
  );

  it("tells errors in the fragment too", async () => {
    const location = await authorize(signedIn, old, { response_type: "id_token", scope: "email" });
    expect(location.search).toBe("");
    expect(inFragment(location).get("error")).toBe("invalid_scope");
    const silent = await authorize(t.context(), old, { response_type: "id_token", prompt: "none" });
    expect(inFragment(silent).get("error")).toBe("login_required");
  });

  it("never goes into the query", async () => {
    const location = await authorize(signedIn, old, { response_type: "id_token", response_mode: "query" });
    expect(location.search).toBe("");
    expect(inFragment(location).get("error")).toBe("invalid_request");
  });

  it("asks for PKCE where there is a code alone", async () => {
    const bare = { code_challenge: undefined, code_challenge_method: undefined };
    const { client } = await buildClient(t.context(), {
      firstParty: true,
      tokenEndpointAuthMethod: "none",
      responseTypes: ["code id_token", "id_token"],
      grantTypes: ["authorization_code", "implicit"],
    });
    const withCode = await authorize(signedIn, client, { ...bare, response_type: "code id_token" });
    expect(inFragment(withCode).get("error")).toBe("invalid_request");
    const without = await authorize(signedIn, client, { ...bare, response_type: "id_token" });
    expect(inFragment(without).has("id_token")).toBe(true);
  });
});

describe("a response type that is not registered", () => {
  it.each(["id_token", "id_token token", "code id_token", "code token", "code id_token token"])(
    "is refused: %s",
    async (response_type) => {
      const location = await authorize(signedIn, modern, { response_type });
      expect(inFragment(location).get("error")).toBe("unauthorized_client");
    },
  );

  it.each(["token", "none", "CODE", "code  id_token", " code", "code code"])(
    "is not known at all: %j",
    (text) => {
      expect(readResponseType(text)).toBeUndefined();
    },
  );
});

describe("response_mode", () => {
  it("fragment is for a code too, if the app wishes", async () => {
    const location = await authorize(signedIn, modern, { response_mode: "fragment" });
    expect(location.search).toBe("");
    expect(inFragment(location).has("code")).toBe(true);
  });

  it("form_post gives the fields of a form, and no address with an answer in it", async () => {
    const { location, form } = await answer(modern, { response_mode: "form_post" });
    expect(location).toBe(testRedirectUri);
    expect(Object.keys(form ?? {}).sort()).toEqual(["code", "iss", "state"]);
  });

  it("form_post carries errors too", async () => {
    const { location, form } = await answer(modern, { response_mode: "form_post", scope: "files" });
    expect(location).toBe(testRedirectUri);
    expect(form).toMatchObject({ error: "invalid_scope", state: "the state" });
  });

  it("form_post cannot reach an app with a scheme of its own", async () => {
    const { client } = await buildClient(t.context(), {
      firstParty: true,
      redirectUris: ["com.example.app:/callback"],
    });
    const { location, form } = await answer(client, { response_mode: "form_post" });
    expect(form).toBeUndefined();
    expect(new URL(location).searchParams.get("error")).toBe("invalid_request");
  });

  it("of an answer falls back to what the response type says", () => {
    const modeOf = (response_type: string | undefined, response_mode?: string) =>
      answerModeOf({ response_type, response_mode }, testRedirectUri);
    expect(modeOf(undefined)).toBe("query");
    expect(modeOf("nonsense")).toBe("query");
    expect(modeOf("token")).toBe("fragment");
    expect(modeOf("code", "jwt")).toBe("query");
    expect(modeOf("code id_token", "query")).toBe("fragment");
    expect(modeOf(undefined, "form_post")).toBe("form_post");
  });

  it("is kept while the person is at a page", async () => {
    const { location } = await answer(modern, { response_mode: "form_post" }, t.context());
    expect(new URL(location).pathname).toBe("/sign-in");
    const { resumeInteraction } = await import("../resume-interaction.ts");
    const token = new URL(location).searchParams.get("interaction") ?? "";
    expect(await resumeInteraction(signedIn, token)).toMatchObject({
      location: testRedirectUri,
      form: { state: "the state" },
    });
  });
});

describe("an access token of the front channel", () => {
  it("hangs on the session", async () => {
    const location = await authorize(signedIn, old, { response_type: "id_token token" });
    const token = inFragment(location).get("access_token") ?? "";
    const [row] =
      await t.sql`select user_id, session_id from access_tokens where token_hash = ${sha256(token)}`;
    expect(row).toEqual({ user_id: person.userId, session_id: person.sessionId });
  });
});
