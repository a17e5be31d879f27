import { generateKeyPairSync } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { getClient } from "#lib/clients/get-client.ts";
import { updateClient } from "#lib/clients/update-client.ts";
import type { Context } from "#lib/context/context.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { addRegistrationToken } from "./add-registration-token.ts";
import { deleteExpiredRegistrationTokens } from "./cleanup.ts";
import { deleteRegistration, readRegistration, replaceRegistration } from "./manage-registration.ts";
import { listRegistrationTokens, removeRegistrationTokens } from "./manage-registration-tokens.ts";
import { registerClient } from "./register-client.ts";

let t: TestDatabase;
let open: Context;
let byToken: Context;
let operator: Context;
beforeAll(async () => {
  t = await testDatabase();
  open = t.context(t.runtime({ DYNAMIC_REGISTRATION: "open" }));
  byToken = t.context(t.runtime({ DYNAMIC_REGISTRATION: "token" }));
  operator = t.context({ actor: { type: "operator" } });
});
afterAll(() => t.close());

const plain = { redirect_uris: ["https://app.example.com/cb"], client_name: "App" };
const register = (document: Record<string, unknown> = plain, ctx = open, token?: string) =>
  registerClient(ctx, { document, token });
const accessOf = (answer: Readonly<Record<string, unknown>>) => ({
  id: String(answer.client_id),
  token: String(answer.registration_access_token),
});
const codeOf = async (document: Record<string, unknown>) =>
  register(document).then(
    () => "registered",
    (error: { code: string }) => error.code,
  );
const jwk = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" });

describe("RFC 7591 section 3.2.1, the answer", () => {
  it("tells everything that holds, with the specification's defaults", async () => {
    const answer = await register();
    expect(answer).toMatchObject({
      client_id: expect.any(String),
      client_id_issued_at: testNow.getTime() / 1000,
      client_secret: expect.stringMatching(/^.{43}$/),
      client_secret_expires_at: 0,
      registration_access_token: expect.stringMatching(/^.{43}$/),
      registration_client_uri: `https://id.example.com/oauth/register/${answer.client_id}`,
      client_name: "App",
      redirect_uris: ["https://app.example.com/cb"],
      token_endpoint_auth_method: "client_secret_basic",
      grant_types: ["authorization_code"],
      response_types: ["code"],
      application_type: "web",
      subject_type: "public",
      id_token_signed_response_alg: "RS256",
      scope: expect.stringContaining("openid"),
    });
  });

  it("gives a public client and one with keys no secret", async () => {
    expect(await register({ ...plain, token_endpoint_auth_method: "none" })).not.toHaveProperty(
      "client_secret",
    );
    const keys = { token_endpoint_auth_method: "private_key_jwt", jwks: { keys: [jwk] } };
    expect(await register({ ...plain, ...keys })).not.toHaveProperty("client_secret");
  });

  it("ignores what it does not know, and leaves out grants and scopes that there are not", async () => {
    const answer = await register({
      ...plain,
      "client_name#de": "Programm",
      favourite_colour: "blue",
      grant_types: ["authorization_code", "urn:example:magic"],
      scope: "openid email magic",
      logo_uri: null,
    });
    expect(answer).toMatchObject({ grant_types: ["authorization_code"], scope: "openid email" });
    expect(JSON.stringify(answer)).not.toMatch(/magic|blue|Programm|null/);
  });

  it("derives the grants from the response types, and a name from the address", async () => {
    const answer = await register({ redirect_uris: plain.redirect_uris, response_types: ["id_token code"] });
    expect(answer).toMatchObject({
      response_types: ["code id_token"],
      grant_types: ["authorization_code", "implicit"],
      client_name: "app.example.com",
    });
  });

  it("never makes a client first-party or a pattern of its address, and asks for consent", async () => {
    const given = {
      ...plain,
      first_party: true,
      firstParty: true,
      allow_redirect_wildcards: true,
      source: "manual",
    };
    const { client_id: id } = await register(given);
    expect(await getClient(operator, String(id))).toMatchObject({
      firstParty: false,
      allowRedirectWildcards: false,
      source: "dynamic",
    });
  });

  it("lets it name the resources that the operator chose (RFC 8707)", async () => {
    const runtime = t.runtime({
      DYNAMIC_REGISTRATION: "open",
      DYNAMIC_CLIENT_RESOURCES: "https://api.example.com/",
    });
    const { client_id: id } = await register(plain, t.context(runtime));
    expect((await getClient(operator, String(id))).resources).toEqual(["https://api.example.com/"]);
  });
});

describe("RFC 7591 section 3.2.2, refusals", () => {
  it.each([
    [{ redirect_uris: ["http://app.example.com/cb"] }],
    [{ redirect_uris: ["https://app.example.com/#x"] }],
    [{ redirect_uris: ["javascript:alert(1)"] }],
    [{ redirect_uris: ["https://*.app.example.com/cb"] }],
    [{ redirect_uris: [] }],
    [{ redirect_uris: "https://app.example.com/cb" }],
    [{ redirect_uris: ["http://localhost/cb"], response_types: ["id_token"] }],
  ])("invalid_redirect_uri for %j", async (document) => {
    expect(await codeOf(document)).toBe("invalid_redirect_uri");
  });

  it.each([
    [{ grant_types: ["urn:example:magic"] }],
    [{ response_types: ["token"] }],
    [{ token_endpoint_auth_method: "tls_client_auth" }],
    [{ token_endpoint_auth_method: "private_key_jwt" }],
    [{ jwks: { keys: [{ ...jwk, d: "AAAA" }] } }],
    [{ jwks: { keys: [jwk] }, jwks_uri: "https://app.example.com/jwks" }],
    [{ jwks_uri: "http://app.example.com/jwks" }],
    [{ jwks_uri: "file:///etc/passwd" }],
    [{ logo_uri: "data:text/html,x" }],
    [{ id_token_signed_response_alg: "none" }],
    [{ id_token_encrypted_response_alg: "RSA-OAEP" }],
    [{ request_object_signing_alg: "none" }],
    [{ client_name: "A\u0000B" }],
    [{ client_name: 7 }],
    [{ contacts: "me" }],
    [{ default_max_age: -1 }],
    [{ scope: ["openid"] }],
    [{ subject_type: "other" }],
    [{ backchannel_logout_uri: "http://app.example.com/out" }],
  ])("invalid_client_metadata for %j", async (document) => {
    expect(await codeOf({ ...plain, ...document })).toBe("invalid_client_metadata");
  });

  it("of software statements, nobody's being believed here", async () => {
    expect(await codeOf({ ...plain, software_statement: "no JWT" })).toBe("invalid_software_statement");
    expect(await codeOf({ ...plain, software_statement: "a.b.c" })).toBe("unapproved_software_statement");
  });

  it("in printable ASCII, and written down", async () => {
    const refusal = await register({ ...plain, application_type: "ä" }).catch((error: unknown) => error);
    expect((refusal as { description: string }).description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
    const [event] = await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1);
    expect(event).toMatchObject({ action: "client.registration_refused", reason: "invalid_client_metadata" });
  });
});

describe("addresses that an app registers lead nowhere inside", () => {
  it.each([
    "https://localhost/s",
    "https://127.0.0.1/s",
    "https://2130706433/s",
    "https://0x7f000001/s",
    "https://0177.0.0.1/s",
    "https://127.1/s",
    "https://[::1]/s",
    "https://[::ffff:127.0.0.1]/s",
    "https://[::ffff:7f00:1]/s",
    "https://[64:ff9b::7f00:1]/s",
    "https://[fe80::1]/s",
    "https://[fd00::1]/s",
    "https://10.0.0.1/s",
    "https://192.168.1.1/s",
    "https://172.16.0.1/s",
    "https://169.254.169.254/latest/meta-data",
    "https://100.64.0.1/s",
    "https://0.0.0.0/s",
    "https://latchkey.localhost/s",
    "https://user:secret@app.example.com/s",
    "ftp://app.example.com/s",
    "gopher://127.0.0.1:70/_x",
  ])("sector_identifier_uri %s", async (uri) => {
    const refusal = await register({ ...plain, sector_identifier_uri: uri }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "invalid_client_metadata" });
    // The answer does not tell what is there.
    expect((refusal as { description: string }).description).not.toMatch(/refused|timeout|ECONN|address is/i);
  });
});

describe("initial access tokens (RFC 7591 section 3)", () => {
  const token = async (uses?: number, expiresInSeconds = 600) =>
    (await addRegistrationToken(operator, { name: "apps", expiresInSeconds, ...(uses ? { uses } : {}) }))
      .token;

  it("are needed where the operator says so, and wrong ones refused also where not", async () => {
    await expect(register(plain, byToken)).rejects.toMatchObject({ code: "invalid_token", status: 401 });
    await expect(register(plain, byToken, "wrong")).rejects.toMatchObject({ code: "invalid_token" });
    await expect(register(plain, open, "wrong")).rejects.toMatchObject({ code: "invalid_token" });
    expect(await register(plain, byToken, await token())).toHaveProperty("client_id");
  });

  it("are good for as many apps as they say, however many come at once", async () => {
    const three = await token(3);
    const answers = await Promise.allSettled(
      Array.from({ length: 100 }, () => register(plain, byToken, three)),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  });

  it("lose no use by a registration that is refused", async () => {
    const one = await token(1);
    await expect(register({ redirect_uris: [] }, byToken, one)).rejects.toMatchObject({
      code: "invalid_redirect_uri",
    });
    expect(await register(plain, byToken, one)).toHaveProperty("client_id");
  });

  it("expire, can be taken away, and are cleaned up", async () => {
    const short = await token(undefined, 60);
    const later = { ...byToken, now: new Date(testNow.getTime() + 60_000) };
    await expect(register(plain, later, short)).rejects.toMatchObject({ code: "invalid_token" });
    expect(await deleteExpiredRegistrationTokens(t.db, new Date(testNow.getTime() + 61_000))).toBe(1);
    expect((await listRegistrationTokens(operator)).length).toBeGreaterThan(0);
    await removeRegistrationTokens(operator, "apps");
    expect(await listRegistrationTokens(operator)).toEqual([]);
    await expect(removeRegistrationTokens(operator, "apps")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("are made by operators and administrators alone", async () => {
    const input = { name: "x", expiresInSeconds: 60 };
    await expect(addRegistrationToken(open, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(addRegistrationToken(operator, { ...input, uses: 0 })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
    });
  });
});

describe("where registration is off", () => {
  it("nothing is there", async () => {
    await expect(register(plain, t.context())).rejects.toMatchObject({ code: "NOT_FOUND" });
    const access = accessOf(await register());
    await expect(readRegistration(t.context(), access)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("RFC 7592", () => {
  it("section 2.1: reads what holds, without the secret", async () => {
    const made = await register();
    const { client_secret: _secret, client_secret_expires_at: _expiry, ...rest } = made;
    expect(await readRegistration(open, accessOf(made))).toEqual(rest);
  });

  it("section 2.2: replaces everything that the app may say, and keeps what an administrator said", async () => {
    const made = await register({ ...plain, logo_uri: "https://app.example.com/logo.png" });
    const access = accessOf(made);
    await updateClient(operator, { id: access.id, changes: { requireDeviceBound: true } });
    const changed = await replaceRegistration(open, access, {
      client_id: access.id,
      redirect_uris: ["https://app.example.com/other"],
      client_name: "Other",
    });
    expect(changed).toMatchObject({ client_name: "Other", redirect_uris: ["https://app.example.com/other"] });
    expect(changed).not.toHaveProperty("logo_uri");
    expect(await getClient(operator, access.id)).toMatchObject({
      requireDeviceBound: true,
      firstParty: false,
    });
    const [event] = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.clientId, access.id as never))
      .orderBy(desc(auditEvents.id))
      .limit(1);
    expect(event).toMatchObject({ action: "client.updated", actorType: "client", actorId: access.id });
  });

  it("section 2.2: gives a secret to an app that changes to a method that needs one", async () => {
    const access = accessOf(await register({ ...plain, token_endpoint_auth_method: "none" }));
    const document = { ...plain, client_id: access.id, token_endpoint_auth_method: "client_secret_post" };
    expect(await replaceRegistration(open, access, document)).toHaveProperty("client_secret");
    expect(await replaceRegistration(open, access, document)).not.toHaveProperty("client_secret");
  });

  it.each([
    ["without its id", {}],
    ["with another id", { client_id: "other" }],
    ["with what is ours to say", { client_id_issued_at: 1 }],
  ])("section 2.2: refuses a replacement %s", async (_, members) => {
    const access = accessOf(await register());
    const document = {
      ...plain,
      ...("client_id_issued_at" in members ? { client_id: access.id } : {}),
      ...members,
    };
    await expect(replaceRegistration(open, access, document)).rejects.toMatchObject({
      code: "invalid_client_metadata",
    });
  });

  it("section 2.3: deletes, and the token dies with it", async () => {
    const access = accessOf(await register());
    await deleteRegistration(open, access);
    await expect(readRegistration(open, access)).rejects.toMatchObject({
      code: "invalid_token",
      status: 401,
    });
    await expect(getClient(operator, access.id)).rejects.toMatchObject({ code: "CLIENT_NOT_FOUND" });
  });

  it("a token opens its own registration alone", async () => {
    const [mine, other] = [accessOf(await register()), accessOf(await register())];
    for (const access of [
      { id: other.id, token: mine.token },
      { id: mine.id, token: "wrong" },
      { id: "unknown", token: mine.token },
    ]) {
      await expect(readRegistration(open, access)).rejects.toMatchObject({ code: "invalid_token" });
      await expect(deleteRegistration(open, access)).rejects.toMatchObject({ code: "invalid_token" });
    }
  });
});
