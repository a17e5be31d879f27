import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { credentials } from "#drizzle/schema/credentials.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import {
  createAuthenticator,
  type SoftwareAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { authenticateBegin } from "../webauthn/authenticate-begin.ts";
import { authenticateComplete } from "../webauthn/authenticate-complete.ts";
import { registerBegin } from "../webauthn/register-begin.ts";
import { registerComplete } from "../webauthn/register-complete.ts";
import { assertionOptions } from "./assertion-options.ts";
import { assertionResult } from "./assertion-result.ts";
import { attestationOptions } from "./attestation-options.ts";
import { attestationResult } from "./attestation-result.ts";

type RouteHandler = (request: Request) => Promise<Response>;

const baseUrl = "https://id.example.com";
const open = { FIDO_CONFORMANCE_API: "force" };
const endpoints: readonly [string, RouteHandler][] = [
  ["/attestation/options", attestationOptions],
  ["/attestation/result", attestationResult],
  ["/assertion/options", assertionOptions],
  ["/assertion/result", assertionResult],
];

let t: TestDatabase;
let counter = 0;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(() => setRuntime(t.runtime(open)));
afterAll(() => t.close());

interface Answer {
  status: number;
  cookie: string | null;
  // What the wire carries: each test knows which endpoint it asked.
  body: never;
}

async function post(
  route: RouteHandler,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const request = new Request(`${baseUrl}/`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const response = await route(request);
  return {
    status: response.status,
    cookie: response.headers.get("set-cookie"),
    body: (await response.json()) as Answer["body"],
  };
}

async function attest(
  username: string,
  authenticator: SoftwareAuthenticator = createAuthenticator({ origin: baseUrl, counter: "counting" }),
): Promise<{ authenticator: SoftwareAuthenticator; answer: Answer }> {
  const begun = await post(attestationOptions, { username, displayName: "Ana" });
  const answer = await post(attestationResult, authenticator.create(begun.body));
  return { authenticator, answer };
}

/** What the JSON API wraps and this interface does not. */
const dataOf = (answer: Answer) => (answer.body as { data: never }).data;

const newName = () => {
  counter += 1;
  return `Tester ${counter}`;
};

/** Bodies that have the right keys and the wrong things behind them. */
const anyValue = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.base64String(),
  fc.integer(),
  fc.constantFrom(null, "required", "public-key", "ana", "\u0000", "\ud800", "__proto__"),
  fc.object({ maxDepth: 2 }),
);
const anyBody = fc.record(
  {
    username: anyValue,
    displayName: anyValue,
    userVerification: anyValue,
    authenticatorSelection: anyValue,
    attestation: anyValue,
    extensions: anyValue,
    id: anyValue,
    type: anyValue,
    response: fc.record(
      {
        clientDataJSON: anyValue,
        attestationObject: anyValue,
        authenticatorData: anyValue,
        signature: anyValue,
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

describe("the conformance interface", () => {
  it.each(endpoints)("is not there unless it is opened: %s", async (_path, route) => {
    setRuntime(t.runtime());
    const { status, body } = await post(route, { username: "ana", displayName: "Ana" });
    expect(status).toBe(404);
    expect(body).toMatchObject({ status: "failed", errorMessage: expect.stringMatching(/^NOT_FOUND: ./) });
  });

  it("registers a name and verifies its passkey, and opens no session", async () => {
    const username = newName();
    const before = await t.db.$count(sessions);
    const { authenticator, answer } = await attest(username);
    expect(answer).toEqual({ status: 200, cookie: null, body: { status: "ok", errorMessage: "" } });
    const asked = await post(assertionOptions, { username, userVerification: "preferred" });
    expect(asked.body).toMatchObject({
      status: "ok",
      rpId: "id.example.com",
      userVerification: "preferred",
      allowCredentials: [{ id: authenticator.credentials[0]?.id, type: "public-key" }],
    });
    const done = await post(assertionResult, authenticator.get(asked.body));
    expect(done).toEqual({ status: 200, cookie: null, body: { status: "ok", errorMessage: "" } });
    expect(await t.db.$count(sessions)).toBe(before);
    const trail = await t.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, "conformance.assertion_verified"));
    expect(trail).toHaveLength(1);
  });

  it("adds to a name that exists, and excludes what it has", async () => {
    const username = newName();
    const first = await attest(username);
    const begun = await post(attestationOptions, { username, displayName: "Ana" });
    expect(begun.body).toMatchObject({
      excludeCredentials: [{ id: first.authenticator.credentials[0]?.id, type: "public-key" }],
    });
    expect((await attest(username)).answer.status).toBe(200);
    const asked = await post(assertionOptions, { username });
    expect((asked.body as { allowCredentials: unknown[] }).allowCredentials).toHaveLength(2);
  });

  it("gives back what it was asked for, untouched", async () => {
    const wishes = {
      attestation: "direct",
      authenticatorSelection: { requireResidentKey: false, userVerification: "discouraged" },
      extensions: { "example.extension": { nested: [1, true, "text"] } },
    };
    const { body } = await post(attestationOptions, { username: newName(), displayName: "Ana", ...wishes });
    expect(body).toMatchObject(wishes);
  });

  it.each([
    ["has a role", { role: "admin" }],
    ["somebody has signed in to", { lastLoginAt: new Date() }],
  ] as const)("keeps its hands off an account that %s", async (_what, columns) => {
    const { actor } = await buildUser(t.db, columns);
    const asked = await post(attestationOptions, { username: actor.username, displayName: "Eve" });
    expect(asked.status).toBe(409);
    expect(asked.body).toMatchObject({ errorMessage: expect.stringMatching(/^USER_EXISTS/) });
    expect((await post(assertionOptions, { username: actor.username })).status).toBe(404);
  });

  it("keeps its hands off an account that became a person's meanwhile", async () => {
    const username = newName();
    await attest(username);
    const begun = await post(attestationOptions, { username, displayName: "Eve" });
    await t.db.update(users).set({ lastLoginAt: new Date() }).where(eq(users.username, username));
    const device = createAuthenticator({ origin: baseUrl });
    const { status, body } = await post(attestationResult, device.create(begun.body));
    expect(status).toBe(409);
    expect(body).toMatchObject({ errorMessage: expect.stringMatching(/^USER_EXISTS/) });
  });

  it("stops at the limit of passkeys", async () => {
    setRuntime(t.runtime({ ...open, MAX_CREDENTIALS_PER_USER: "1" }));
    const username = newName();
    const [one, two] = await Promise.all(
      [1, 2].map(() => post(attestationOptions, { username, displayName: "Ana" })),
    );
    const device = () => createAuthenticator({ origin: baseUrl });
    expect((await post(attestationResult, device().create(one?.body as never))).status).toBe(200);
    const second = await post(attestationResult, device().create(two?.body as never));
    expect([second.status, second.body]).toMatchObject([409, { status: "failed" }]);
    expect((await post(attestationOptions, { username, displayName: "Ana" })).status).toBe(409);
  });

  it("says that a name is unknown, as the interface demands", async () => {
    const { status, body } = await post(assertionOptions, { username: newName() });
    expect(status).toBe(404);
    expect(body).toMatchObject({ errorMessage: expect.stringMatching(/^USER_NOT_FOUND/) });
  });

  it("refuses extensions nested without end", async () => {
    const ask = (depth: number) => {
      const deep = `${"[".repeat(depth)}${"]".repeat(depth)}`;
      const body = `{"username":"${newName()}","displayName":"Ana","extensions":{"deep":${deep}}}`;
      return post(attestationOptions, body);
    };
    expect((await ask(10)).status).toBe(200);
    expect((await ask(30_000)).status).toBe(400);
  });

  it.each(endpoints)("answers no body whatever with a 5xx: %s", async (_path, route) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), anyBody), async (body) => {
        expect((await post(route, body)).status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });

  it("names the rule that refused", async () => {
    const authenticator = createAuthenticator({ origin: baseUrl });
    const begun = await post(attestationOptions, { username: newName(), displayName: "Ana" });
    const { status, body } = await post(
      attestationResult,
      authenticator.create(begun.body, { origin: "https://evil.example" }),
    );
    expect(status).toBe(401);
    expect(body).toMatchObject({ errorMessage: expect.stringMatching(/^INVALID_ATTESTATION \(origin\): ./) });
  });

  it("refuses a counter that did not grow, after marking the passkey", async () => {
    const username = newName();
    const { authenticator } = await attest(username);
    const asked = await post(assertionOptions, { username });
    const { status, body } = await post(assertionResult, authenticator.get(asked.body, { signCount: 1 }));
    expect(status).toBe(401);
    expect(body).toMatchObject({ errorMessage: expect.stringMatching(/^COUNTER_REGRESSION/) });
    const id = Buffer.from(authenticator.credentials[0]?.id ?? "", "base64url");
    const [row] = await t.db
      .select()
      .from(credentials)
      .where(eq(credentials.credentialId, new Uint8Array(id)));
    expect(row?.cloneSuspectedAt).toBeInstanceOf(Date);
  });

  it("keeps its challenges and those of the people apart", async () => {
    const device = () => createAuthenticator({ origin: baseUrl });
    const mine = await post(attestationOptions, { username: newName(), displayName: "Ana" });
    const there = await post(registerComplete, { credential: device().create(mine.body) });
    expect(there.status).toBe(400);
    expect(there.body).toMatchObject({ error: { code: "INVALID_CHALLENGE" } });
    const theirs = await post(registerBegin, { username: `fido${newName().slice(7)}@example.com` });
    const here = await post(attestationResult, device().create(dataOf(theirs)));
    expect(here.status).toBe(400);
    expect(here.body).toMatchObject({ errorMessage: expect.stringMatching(/^INVALID_CHALLENGE/) });

    const username = newName();
    const { authenticator } = await attest(username);
    const asked = await post(assertionOptions, { username, userVerification: "discouraged" });
    const signIn = await post(authenticateComplete, { credential: authenticator.get(asked.body) });
    expect([signIn.status, signIn.cookie]).toEqual([400, null]);
    const sign = await post(authenticateBegin, {});
    expect((await post(assertionResult, authenticator.get(dataOf(sign)))).status).toBe(400);
  });

  it.each([
    [undefined, 200],
    [baseUrl, 200],
    ["null", 200],
    ["file://", 200],
    ["https://evil.example", 403],
    ["http://id.example.com", 403],
  ])("takes calls of programs and of this site's pages alone: origin %s", async (origin, status) => {
    const headers: Record<string, string> = origin === undefined ? {} : { Origin: origin };
    const answer = await post(attestationOptions, { username: newName(), displayName: "Ana" }, headers);
    expect(answer.status).toBe(status);
  });

  it("counts refusals as every ceremony does", async () => {
    setRuntime(t.runtime({ ...open, RATE_LIMIT_ENABLED: "true", RATE_LIMIT_REQUESTS: "20" }));
    const headers = { "x-latchkey-client-address": "198.51.100.77" };
    const response = createAuthenticator({ origin: baseUrl }).create({
      challenge: "A".repeat(43),
      rp: { name: "x" },
      user: { id: "AA", name: "x", displayName: "x" },
      pubKeyCredParams: [],
    });
    const statuses: number[] = [];
    for (let call = 0; call < 3; call++)
      statuses.push((await post(attestationResult, response, headers)).status);
    expect(statuses).toEqual([400, 400, 429]);
  });
});
