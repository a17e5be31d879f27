import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import { errorTable } from "#lib/errors/codes.ts";
import { clientAddressHeader } from "#lib/http/internal-headers.ts";
import type { RouteHandler } from "#lib/http/route-contract.ts";
import {
  createAuthenticator,
  type SoftwareAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { authenticateBegin } from "./authenticate-begin.ts";
import { authenticateComplete } from "./authenticate-complete.ts";
import { registerBegin } from "./register-begin.ts";
import { registerComplete } from "./register-complete.ts";
import { stepUpBegin } from "./step-up-begin.ts";
import { stepUpComplete } from "./step-up-complete.ts";
import { unknownCredential } from "./unknown-credential.ts";

let t: TestDatabase;
let counter = 0;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(() => setRuntime(t.runtime()));
afterAll(() => t.close());

const endpoints: readonly [string, RouteHandler][] = [
  ["register/begin", registerBegin],
  ["register/complete", registerComplete],
  ["authenticate/begin", authenticateBegin],
  ["authenticate/complete", authenticateComplete],
  ["step-up/begin", stepUpBegin],
  ["step-up/complete", stepUpComplete],
  ["unknown-credential", unknownCredential],
];

interface Answer {
  status: number;
  cookie: string | undefined;
  headers: Headers;
  // What the wire carries: each test knows which endpoint it asked.
  body: { status: string; data: never; error: { code: string; message: string } };
}

async function post(
  route: RouteHandler,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await route(
    new Request("https://id.example.com/api/v1/webauthn", {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: "https://id.example.com", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
  return {
    status: response.status,
    cookie: response.headers.get("set-cookie")?.split(";")[0],
    headers: response.headers,
    body: (await response.json()) as Answer["body"],
  };
}

async function register(): Promise<{ authenticator: SoftwareAuthenticator; answer: Answer; cookie: string }> {
  counter += 1;
  const authenticator = createAuthenticator({ origin: "https://id.example.com" });
  const begun = await post(registerBegin, { username: `api${counter}@example.com`, displayName: "Ana" });
  const answer = await post(registerComplete, { credential: authenticator.create(begun.body.data) });
  return { authenticator, answer, cookie: answer.cookie ?? "" };
}

describe("the ceremonies over HTTP", () => {
  it("sign somebody up, in again, and confirm them, with a cookie that seals the session", async () => {
    const { authenticator, answer, cookie } = await register();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toMatch(/^__Host-latchkey=.*HttpOnly; SameSite=Lax; Secure/);
    expect(answer.body.data).toMatchObject({
      user: { id: expect.any(String), username: `api${counter}@example.com`, displayName: "Ana" },
      passkey: { id: expect.any(String), name: "Passkey", synced: false },
      signals: { rpId: "id.example.com", allAcceptedCredentialIds: [authenticator.credentials[0]?.id] },
    });
    expect(Object.keys(answer.body.data)).not.toContain("session");

    const begun = await post(authenticateBegin, {});
    const signedIn = await post(authenticateComplete, { credential: authenticator.get(begun.body.data) });
    expect(signedIn.status).toBe(200);
    expect(signedIn.cookie).toMatch(/^__Host-latchkey=/);
    expect(Object.keys(signedIn.body.data).sort()).toEqual(["offerPasskeyHere", "signals", "user"]);
    expect(signedIn.headers.getSetCookie()[1]).toMatch(/^__Host-latchkey-known=Fe26.*HttpOnly/);

    const asked = await post(stepUpBegin, {}, { cookie });
    const confirmed = await post(
      stepUpComplete,
      { credential: authenticator.get(asked.body.data) },
      { cookie },
    );
    expect(confirmed.status).toBe(200);
    expect(confirmed.cookie).toBeUndefined();
    expect(confirmed.body.data).toMatchObject({
      authTime: expect.any(String),
      expiresAt: expect.any(String),
    });
  });

  it("add a passkey for whoever is signed in, without touching the cookie", async () => {
    const { cookie } = await register();
    const device = createAuthenticator({ origin: "https://id.example.com" });
    const begun = await post(registerBegin, {}, { cookie });
    const added = await post(
      registerComplete,
      { credential: device.create(begun.body.data), deviceName: "Blue key" },
      { cookie },
    );
    expect(added.status).toBe(200);
    expect(added.cookie).toBeUndefined();
    expect(added.body.data).toMatchObject({ passkey: { name: "Blue key" } });
  });

  it("offer a passkey here once to whoever came with one from elsewhere", async () => {
    const { authenticator } = await register();
    await t.sql`update credentials set transports = '{hybrid,internal}'`;
    const come = async (authenticatorAttachment: string, cookie = "") => {
      const begun = await post(authenticateBegin, {});
      const credential = { ...authenticator.get(begun.body.data), authenticatorAttachment };
      const answer = await post(authenticateComplete, { credential }, { cookie });
      const { offerPasskeyHere } = answer.body.data as { offerPasskeyHere: boolean };
      const offered = answer.headers.getSetCookie().find((value) => value.includes("-offered="));
      expect(offered !== undefined).toBe(offerPasskeyHere);
      return { offerPasskeyHere, offered };
    };
    expect((await come("platform")).offerPasskeyHere).toBe(false);
    const first = await come("cross-platform");
    expect(first.offerPasskeyHere).toBe(true);
    expect(first.offered).toMatch(/^__Host-latchkey-offered=1; .*HttpOnly.*Max-Age=2592000$/);
    const again = await come("cross-platform", first.offered?.split(";")[0]);
    expect(again.offerPasskeyHere).toBe(false);
    setRuntime(t.runtime({ MAX_CREDENTIALS_PER_USER: "1" }));
    expect((await come("cross-platform")).offerPasskeyHere).toBe(false);
  });

  it("name the missing username when the rest of a new account is there", async () => {
    for (const body of [{ displayName: "Ana" }, { setUpToken: "A".repeat(43) }]) {
      const { status, body: answer } = await post(registerBegin, body);
      expect(status).toBe(400);
      expect(answer.error).toMatchObject({ code: "VALIDATION_ERROR", details: [{ path: "username" }] });
    }
  });

  it("want a session for another passkey and for a step-up", async () => {
    for (const route of [registerBegin, stepUpBegin])
      expect((await post(route, {})).body.error.code).toBe("UNAUTHENTICATED");
  });

  it("answer an unknown passkey and a bad signature with the same words", async () => {
    const { authenticator } = await register();
    const stranger = createAuthenticator({ origin: "https://id.example.com" });
    stranger.create((await post(registerBegin, { username: "stranger@example.com" })).body.data);
    const begin = async () => (await post(authenticateBegin, {})).body.data;
    const unknown = await post(authenticateComplete, { credential: stranger.get(await begin()) });
    const wrong = await post(authenticateComplete, {
      credential: authenticator.get(await begin(), { corruptSignature: true }),
    });
    expect(unknown.status).toBe(401);
    expect(wrong.body.error).toEqual(unknown.body.error);
  });

  it("tell of a passkey apart from any refusal whether the browser may forget it", async () => {
    const { authenticator } = await register();
    const ask = async (credentialId: unknown) => await post(unknownCredential, { credentialId });
    const known = await ask(authenticator.credentials[0]?.id);
    expect(known.body.data).toEqual({ unknown: false, rpId: "id.example.com" });
    const nobodys = await ask("A".repeat(43));
    expect(nobodys.body.data).toEqual({ unknown: true, rpId: "id.example.com" });
    for (const malformed of ["", "A", "A=", "A".repeat(1365), 7, null])
      expect((await ask(malformed)).status).toBe(400);
  });
});

describe.each(endpoints)("%s", (_, route) => {
  it("refuses a call from a page of another site", async () => {
    for (const headers of [
      { Origin: "https://evil.example" },
      { Origin: "null" },
      { Origin: "https://id.example.com.evil.example" },
    ]) {
      const answer = await post(route, {}, headers);
      expect([answer.status, answer.body.error.code]).toEqual([403, "CROSS_ORIGIN"]);
    }
  });

  it("refuses unknown keys by name", async () => {
    const { cookie } = await register();
    const answer = await post(route, { surprise: 1 }, { cookie });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain("surprise");
  });

  it("answers no body whatever with a 5xx", async () => {
    const { cookie } = await register();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json(), anyBody), async (body) => {
        const answer = await post(route, typeof body === "string" ? body : JSON.stringify(body), { cookie });
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400) expect(Object.keys(errorTable)).toContain(answer.body.error.code);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

/** Bodies that have the right keys and the wrong things behind them. */
const anyValue = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.base64String(),
  fc.integer(),
  fc.constant(null),
  fc.constantFrom("required", "none", "ana@example.com", "\u0000", "\ud800", "__proto__"),
  fc.object({ maxDepth: 2 }),
);
const anyCredential = fc.record(
  {
    id: anyValue,
    rawId: anyValue,
    type: fc.constantFrom("public-key", "", 7),
    response: fc.record(
      {
        clientDataJSON: anyValue,
        attestationObject: anyValue,
        authenticatorData: anyValue,
        signature: anyValue,
        userHandle: anyValue,
        transports: fc.array(anyValue),
      },
      { requiredKeys: [] },
    ),
    clientExtensionResults: anyValue,
  },
  { requiredKeys: [] },
);
const anyBody = fc.record(
  {
    username: anyValue,
    displayName: anyValue,
    setUpToken: anyValue,
    userVerification: anyValue,
    authenticatorSelection: anyValue,
    extensions: anyValue,
    deviceName: anyValue,
    credential: anyCredential,
  },
  { requiredKeys: [] },
);

describe("a response whose bytes were mangled", () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  /** Overwrites part of an honest value, or replaces the whole of it. */
  const mangling = fc.oneof(
    bytes.map((replacement) => () => replacement),
    fc.tuple(fc.nat(2000), bytes).map(([offset, patch]) => (honest: Uint8Array) => {
      const copy = new Uint8Array(honest);
      copy.set(patch.subarray(0, Math.max(0, copy.length - (offset % copy.length))), offset % copy.length);
      return copy;
    }),
    fc.nat(2000).map((length) => (honest: Uint8Array) => honest.subarray(0, length % (honest.length + 1))),
  );
  const mangle = (text: string, change: (honest: Uint8Array) => Uint8Array) =>
    Buffer.from(change(Buffer.from(text, "base64url"))).toString("base64url");

  it("is a 4xx at the end of a registration", async () => {
    await fc.assert(
      fc.asyncProperty(mangling, fc.boolean(), async (change, packed) => {
        counter += 1;
        const authenticator = createAuthenticator({ origin: "https://id.example.com" });
        const begun = await post(registerBegin, { username: `fuzz${counter}@example.com` });
        const honest = authenticator.create(begun.body.data, { attestation: packed ? "packed" : "none" });
        const attestationObject = mangle(honest.response.attestationObject, change);
        const credential = { ...honest, response: { ...honest.response, attestationObject } };
        const answer = await post(registerComplete, { credential });
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("is a 4xx at the end of a sign-in, and never a session unless nothing was changed", async () => {
    const { authenticator } = await register();
    const parts = fc.constantFrom("clientDataJSON", "authenticatorData", "signature", "userHandle");
    await fc.assert(
      fc.asyncProperty(mangling, parts, async (change, part) => {
        const begun = await post(authenticateBegin, {});
        const honest = authenticator.get(begun.body.data);
        const mangled = mangle(honest.response[part as "signature"], change);
        const credential = { ...honest, response: { ...honest.response, [part]: mangled } };
        const answer = await post(authenticateComplete, { credential });
        expect(answer.status).toBeLessThan(500);
        if (mangled !== honest.response[part as "signature"]) expect(answer.cookie).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe("limits", () => {
  const limited = (requests: string) =>
    setRuntime(t.runtime({ RATE_LIMIT_ENABLED: "true", RATE_LIMIT_REQUESTS: requests }));

  /** The limits that an address ran into, one event a window. */
  const exceeded = async (ip: string) => {
    const events = await t.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, "rate_limit.exceeded"), eq(auditEvents.ip, ip)));
    return events.map(({ reason }) => reason);
  };

  it("close the ceremonies to an address that keeps failing, and to no other", async () => {
    const { authenticator } = await register();
    limited("100");
    const from = (address: string) => ({ [clientAddressHeader]: address });
    const fail = async () => {
      const begun = await post(authenticateBegin, {}, from("203.0.113.5"));
      if (begun.status === 429) return begun;
      return await post(
        authenticateComplete,
        { credential: authenticator.get(begun.body.data, { corruptSignature: true }) },
        from("203.0.113.5"),
      );
    };
    for (let n = 0; n < 10; n += 1) expect((await fail()).status).toBe(401);
    const closed = await fail();
    expect(closed.body.error.code).toBe("RATE_LIMIT_EXCEEDED");
    expect(Number(closed.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await post(authenticateBegin, {}, from("203.0.113.6"))).status).toBe(200);
    expect(await exceeded("203.0.113.5")).toEqual(["ceremony_failure"]);
  });

  it("count begun sign-ups apart from other calls", async () => {
    limited("100");
    const from = { [clientAddressHeader]: "203.0.113.7" };
    for (let n = 0; n < 20; n += 1) {
      counter += 1;
      expect((await post(registerBegin, { username: `many${counter}@example.com` }, from)).status).toBe(200);
    }
    const closed = await post(registerBegin, { username: "one-more@example.com" }, from);
    expect(closed.body.error.code).toBe("RATE_LIMIT_EXCEEDED");
    expect((await post(authenticateBegin, {}, from)).status).toBe(200);
    await post(registerBegin, { username: "two-more@example.com" }, from);
    expect(await exceeded("203.0.113.7")).toEqual(["sign_up"]);
  });
});
