/** RFC 7009, token revocation, seen from outside. */
import { beforeAll, describe, expect, it } from "vitest";
import { type SignedInPerson, signUp } from "../../support/protocol.ts";
import { userinfo } from "../relying-party.ts";
import { base, call, credentials, type MachineClient, registerClient, signInTo } from "./machine-client.ts";

let person: SignedInPerson;
let app: MachineClient;
let open: MachineClient;
beforeAll(async () => {
  person = await signUp("revoke@example.com");
  app = await registerClient();
  open = await registerClient({ tokenEndpointAuthMethod: "none" });
});

const revoke = (token: string, client = app, fields = {}, headers = {}) =>
  call("revoke", { token, ...credentials(client), ...fields }, headers);
const refresh = (refresh_token: string, client = app) =>
  call("token", { grant_type: "refresh_token", refresh_token, ...credentials(client) });

describe("RFC 7009 section 2.1", () => {
  it("revokes an access token at once", async () => {
    const { access_token } = await signInTo(app, person.cookie);
    expect((await revoke(access_token)).status).toBe(200);
    expect((await userinfo(access_token)).status).toBe(401);
  });

  it("revokes a refresh token, its family, and the access tokens of the same grant", async () => {
    const first = await signInTo(open, person.cookie);
    const { body: second } = await refresh(first.refresh_token, open);
    const { status, headers, body } = await revoke(String(second.refresh_token), open, {
      token_type_hint: "refresh_token",
    });
    expect({ status, body }).toEqual({ status: 200, body: {} });
    expect(headers.get("cache-control")).toBe("no-store");
    expect((await refresh(String(second.refresh_token), open)).body.error).toBe("invalid_grant");
    for (const token of [first.access_token, String(second.access_token)])
      expect((await userinfo(token)).status).toBe(401);
  });

  it("finds the token whatever the hint says", async () => {
    for (const token_type_hint of ["refresh_token", "access_token", "nonsense"]) {
      const { access_token } = await signInTo(app, person.cookie);
      expect((await revoke(access_token, app, { token_type_hint })).status).toBe(200);
      expect((await userinfo(access_token)).status).toBe(401);
    }
  });

  it("authenticates the client, and refuses a token of another one", async () => {
    const { access_token } = await signInTo(app, person.cookie);
    expect((await revoke(access_token, { ...app, clientSecret: "wrong" })).status).toBe(401);
    const foreign = await revoke(access_token, open);
    expect({ status: foreign.status, error: foreign.body.error }).toEqual({
      status: 400,
      error: "invalid_grant",
    });
    expect((await userinfo(access_token)).status).toBe(200);
  });
});

describe("RFC 7009 section 2.2", () => {
  it("answers 200 for a token that is unknown or revoked already", async () => {
    const { access_token } = await signInTo(app, person.cookie);
    for (const token of ["x", access_token, access_token]) expect((await revoke(token)).status).toBe(200);
  });

  it("refuses a request without a token, or with two", async () => {
    for (const token of ["", ["a", "b"]])
      expect((await revoke("", app, { token })).body.error).toBe("invalid_request");
  });
});

describe("RFC 7009 section 2.3, cross-origin support", () => {
  it("lets pages of registered origins call it, and no others", async () => {
    const preflight = async (origin: string) =>
      (
        await fetch(`${base()}/oauth/revoke`, {
          method: "OPTIONS",
          headers: { origin, "access-control-request-method": "POST" },
        })
      ).headers.get("access-control-allow-origin");
    expect(await preflight("https://app.example.com")).toBe("https://app.example.com");
    expect(await preflight("https://evil.example")).toBeNull();
    const { headers } = await revoke("x", open, {}, { origin: "https://app.example.com" });
    expect(headers.get("access-control-allow-origin")).toBe("https://app.example.com");
  });
});
