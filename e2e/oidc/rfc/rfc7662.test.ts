/** RFC 7662, token introspection, seen from outside. */
import { beforeAll, describe, expect, it } from "vitest";
import { type SignedInPerson, signUp } from "../../support/protocol.ts";
import { base, call, credentials, type MachineClient, registerClient, signInTo } from "./machine-client.ts";

const api = "https://api.example.com/";
let person: SignedInPerson;
let app: MachineClient;
let service: MachineClient;
let stranger: MachineClient;
beforeAll(async () => {
  person = await signUp("introspect@example.com");
  const machine = { redirectUris: [], responseTypes: [], grantTypes: ["client_credentials"] };
  app = await registerClient({ resources: [api] });
  service = await registerClient({ ...machine, resources: [api] });
  stranger = await registerClient(machine);
});

const introspect = (token: string, client = app, fields = {}, headers = {}) =>
  call("introspect", { token, ...credentials(client), ...fields }, headers);

describe("RFC 7662 section 2", () => {
  it("tells what an access token is worth, to its own app and to the server that it is for", async () => {
    const own = await signInTo(app, person.cookie);
    const { status, headers, body } = await introspect(own.access_token);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toMatchObject({
      active: true,
      iss: base(),
      sub: person.user.id,
      client_id: app.clientId,
      scope: "openid profile email",
      token_type: "Bearer",
      exp: expect.any(Number),
      iat: expect.any(Number),
    });
    const forService = await signInTo(app, person.cookie, { resource: api });
    expect((await introspect(forService.access_token, service)).body).toMatchObject({
      active: true,
      aud: api,
    });
  });

  it("section 2.2: tells everybody else, and about everything else, only that it is not active", async () => {
    const own = await signInTo(app, person.cookie);
    const forService = await signInTo(app, person.cookie, { resource: api });
    for (const [token, client] of [
      [own.access_token, service],
      [own.refresh_token, service],
      [forService.access_token, stranger],
      [own.id_token, app],
      ["x", app],
    ] as const)
      expect((await introspect(token, client)).body).toEqual({ active: false });
  });

  it("section 2.1: takes the hint for a hint", async () => {
    const { refresh_token } = await signInTo(app, person.cookie);
    for (const token_type_hint of ["access_token", "refresh_token", "nonsense"])
      expect((await introspect(refresh_token, app, { token_type_hint })).body).toMatchObject({
        active: true,
      });
  });

  it("section 2.1: requires authorization", async () => {
    const open = await registerClient({ tokenEndpointAuthMethod: "none" });
    for (const client of [open, { ...app, clientSecret: "wrong" }]) {
      const { status, body } = await introspect("x", client);
      expect({ status, error: body.error }).toEqual({ status: 401, error: "invalid_client" });
    }
    expect((await call("introspect", { token: "x" })).status).toBe(401);
  });

  it("section 4: is for servers, not for pages of other origins", async () => {
    const { headers } = await introspect("x", app, {}, { origin: "https://app.example.com" });
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });
});
