/** RFC 6749 section 6 and RFC 9700 section 4.14: refresh tokens, seen from outside. */
import { beforeAll, describe, expect, it } from "vitest";
import { type SignedInPerson, signIn, signUp } from "../../support/protocol.ts";
import { userinfo, visit } from "../relying-party.ts";
import { base, call, credentials, type MachineClient, registerClient, signInTo } from "./machine-client.ts";

let person: SignedInPerson;
let app: MachineClient;
let open: MachineClient;
beforeAll(async () => {
  person = await signUp("refresh@example.com");
  app = await registerClient();
  open = await registerClient({ tokenEndpointAuthMethod: "none" });
});

const refresh = (refresh_token: string, client = app, fields = {}) =>
  call("token", { grant_type: "refresh_token", refresh_token, ...credentials(client), ...fields });

describe("RFC 6749 section 6, refreshing an access token", () => {
  it("answers with new tokens that must not be kept by anybody on the way", async () => {
    const before = await signInTo(app, person.cookie);
    const { status, headers, body } = await refresh(before.refresh_token);
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("pragma")).toBe("no-cache");
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 3600, scope: "openid profile email" });
    expect((await userinfo(String(body.access_token))).status).toBe(200);
  });

  it("must not give a scope that was not granted", async () => {
    const { refresh_token } = await signInTo(app, person.cookie, { scope: "openid" });
    const { status, body } = await refresh(refresh_token, app, { scope: "openid email" });
    expect({ status, error: body.error }).toEqual({ status: 400, error: "invalid_scope" });
    expect((await refresh(refresh_token)).status).toBe(200);
  });

  it("must authenticate the client, and bind the token to it", async () => {
    const { refresh_token } = await signInTo(app, person.cookie);
    const wrong = await refresh(refresh_token, { ...app, clientSecret: "wrong" });
    expect({ status: wrong.status, error: wrong.body.error }).toEqual({
      status: 401,
      error: "invalid_client",
    });
    const other = await refresh(refresh_token, open);
    expect({ status: other.status, error: other.body.error }).toEqual({
      status: 400,
      error: "invalid_grant",
    });
    expect((await refresh(refresh_token)).status).toBe(200);
  });

  it.each(["", "x", "%00", "x".repeat(600)])(
    "refuses the made-up token %.20j without failing",
    async (token) => {
      const { status, body } = await refresh(decodeURIComponent(token));
      expect(status).toBe(400);
      expect(["invalid_grant", "invalid_request"]).toContain(body.error);
    },
  );
});

describe("RFC 9700 section 4.14.2, refresh token rotation", () => {
  it("rotates once of a hundred refreshes at once, and gives all of them the same answer", async () => {
    const { refresh_token } = await signInTo(open, person.cookie);
    const answers = await Promise.all(Array.from({ length: 100 }, () => refresh(refresh_token, open)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await refresh(String(answers[0]?.body.refresh_token), open)).status).toBe(200);
  });

  it("revokes the family and its access tokens when a rotated token asks for something else", async () => {
    const first = await signInTo(open, person.cookie);
    const { body: second } = await refresh(first.refresh_token, open);
    const reuse = await refresh(first.refresh_token, open, { scope: "openid" });
    expect({ status: reuse.status, error: reuse.body.error }).toEqual({
      status: 400,
      error: "invalid_grant",
    });
    expect((await refresh(String(second.refresh_token), open)).status).toBe(400);
    for (const token of [first.access_token, String(second.access_token)])
      expect((await userinfo(token)).status).toBe(401);
  });
});

describe("OIDC Core section 11, offline access", () => {
  const signOut = (cookie: string, id_token_hint: string) =>
    visit(`${base()}/oauth/end-session?${new URLSearchParams({ id_token_hint })}`, cookie);

  it("ends refresh tokens with the session, unless they were given for offline_access", async () => {
    const cookie = await signIn(person.authenticator);
    const bound = await signInTo(app, cookie);
    const offline = await signInTo(app, cookie, { scope: "openid offline_access" });
    await signOut(cookie, bound.id_token);
    expect((await refresh(bound.refresh_token)).body.error).toBe("invalid_grant");
    expect((await userinfo(bound.access_token)).status).toBe(401);
    expect((await refresh(offline.refresh_token)).status).toBe(200);
  });
});
