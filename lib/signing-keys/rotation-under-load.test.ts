import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as schema from "#drizzle/schema/index.ts";
import type { Runtime } from "#lib/context/context.ts";
import { localContext } from "#lib/context/local-context.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { advanceSigningKeys } from "./advance-signing-keys.ts";
import { ensureSigningKeys } from "./ensure-signing-keys.ts";
import type { KeyTimes } from "./key-times.ts";
import { listPublicJwks } from "./list-public-jwks.ts";
import { rotateSigningKeys } from "./rotate-signing-keys.ts";
import { type PublicJwk, signingAlgorithmSchema } from "./schema.ts";
import { signJwt } from "./sign-jwt.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

/** The sums of key-times.ts with a JWKS lifetime, a token lifetime and a slack that a test can wait for. */
const jwksMaxAgeMs = 500;
const tokenLifetimeMs = 900;
const slackMs = 250;
const times: KeyTimes = {
  rotateAfterMs: 200,
  staleAfterMs: 250,
  refreshAfterMs: 100,
  readWithinMs: 3000,
  publishBeforeMs: jwksMaxAgeMs + 250 + slackMs,
  keepAfterMs: tokenLifetimeMs + 250 + 2 * slackMs,
};
const durationMs = 7000;

interface SignedToken {
  readonly token: string;
  readonly kid: string;
  readonly begunAt: number;
  readonly doneAt: number;
}

interface FetchedJwks {
  readonly keys: readonly PublicJwk[];
  readonly begunAt: number;
}

describe("two instances that sign without pause while keys rotate", () => {
  it("give no token that a copy of the JWKS, as old as it may be, does not verify while the token lives", async () => {
    const instances = [newInstance(), newInstance()];
    await Promise.all(instances.map((instance) => ensureSigningKeys(instance, times)));
    const end = Date.now() + durationMs;
    const tokens: SignedToken[] = [];
    const copies: FetchedJwks[] = [];
    let rotations = 0;
    await Promise.all(
      instances.flatMap((instance, index) => [
        repeat(end, 15, async () => void tokens.push(...(await signAll(instance)))),
        // Verifiers go on for as long as the last token lives.
        repeat(end + tokenLifetimeMs, 40, async () => void copies.push(await fetchJwks(instance))),
        repeat(end, 60, async () => {
          rotations += await advanceSigningKeys(localContext(instance, { type: "system", name: "test" }));
        }),
        repeat(end, 700 + 300 * index, async () => {
          await rotateSigningKeys(localContext(instance, { type: "operator" }), { algorithm: "EdDSA" });
        }),
      ]),
    );
    const kids = new Set(tokens.map(({ kid }) => kid));
    expect(kids.size, `${rotations} steps`).toBeGreaterThan(6);
    expect(tokens.length).toBeGreaterThan(200);
    const unverifiable = tokens.flatMap((token) => missing(token, copies));
    expect(unverifiable).toEqual([]);
    for (const token of tokens.slice(0, 150)) await verify(token, copies);
  });
});

function newInstance(): Runtime {
  return { ...t.runtime(), db: drizzle(t.sql, { schema }) };
}

async function repeat(until: number, everyMs: number, work: () => Promise<void>): Promise<void> {
  while (Date.now() < until) {
    await work();
    await sleep(everyMs);
  }
}

function signAll(instance: Runtime): Promise<SignedToken[]> {
  return Promise.all(
    signingAlgorithmSchema.options.map(async (alg) => {
      const begunAt = Date.now();
      const token = await signJwt(instance, { sub: "x" }, { alg });
      return { token, begunAt, doneAt: Date.now(), kid: decodeProtectedHeader(token).kid ?? "" };
    }),
  );
}

async function fetchJwks(instance: Runtime): Promise<FetchedJwks> {
  const begunAt = Date.now();
  return { begunAt, keys: await listPublicJwks(instance) };
}

/** The copies that a verifier may hold while the token lives: none older than a cache lifetime when it comes. */
function copiesFor(token: SignedToken, copies: readonly FetchedJwks[]): FetchedJwks[] {
  return copies.filter(
    ({ begunAt }) => begunAt >= token.doneAt - jwksMaxAgeMs && begunAt <= token.begunAt + tokenLifetimeMs,
  );
}

function missing(token: SignedToken, copies: readonly FetchedJwks[]) {
  return copiesFor(token, copies)
    .filter(({ keys }) => !keys.some(({ kid }) => kid === token.kid))
    .map(({ begunAt }) => ({ kid: token.kid, copyIsOlderByMs: token.doneAt - begunAt }));
}

async function verify(token: SignedToken, copies: readonly FetchedJwks[]): Promise<void> {
  const [oldest] = copiesFor(token, copies);
  const verified = await jwtVerify(token.token, createLocalJWKSet({ keys: oldest ? [...oldest.keys] : [] }));
  expect(verified.payload.sub).toBe("x");
}
