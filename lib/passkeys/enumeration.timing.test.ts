/**
 * Nobody learns from a sign-in which names exist: 2,000 answers for known and unknown names, taken by turns, are alike in
 * shape, number and time, those to its start and those to a forged end. The comparison of times is held against a difference
 * of 10 %, which it must see.
 */
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials } from "#drizzle/schema/credentials.ts";
import type { CredentialRowId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { newId, randomToken } from "#lib/crypto/random.ts";
import type { DomainError } from "#lib/errors/domain-error.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { createAuthenticator, type GetDeviation } from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { beginSignIn } from "./begin-sign-in.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { authenticationResponseSchema } from "./schema.ts";

type Options = Awaited<ReturnType<typeof beginSignIn>>;

const population = 60;
const pairs = 1000;
/** Half of the 10 % that must be seen; the median of 1,000 pairs of equals wavers by about 1 %. */
const likeness = 0.05;

/** Ten seconds on an idle machine; a busy one makes the calls slower, not less alike. */
const timeout = 120_000;

const knownName = (index: number) => `person-${index}@example.com`;
const unknownName = (index: number) => `nobody-${index}@example.com`;

let t: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  t = await testDatabase();
  ctx = t.context();
  for (let index = 0; index < population; index++) await addPerson(index);
});
afterAll(() => t.close());

/** People as they are: synced passkeys and security keys, and one in three with a second one. */
async function addPerson(index: number): Promise<void> {
  const synced = index % 4 !== 0;
  const { actor } = await signUp(ctx, {
    username: knownName(index),
    authenticator: { transports: synced ? ["hybrid", "internal"] : ["nfc", "usb"] },
    deviation: { credentialId: randomToken(synced ? 20 : 48) },
  });
  if (index % 3 !== 0) return;
  const [row] = await t.db.select().from(credentials).where(eq(credentials.userId, actor.userId));
  if (!row) throw new Error("the person has no passkey");
  const second = { id: newId<CredentialRowId>(), credentialId: randomToken(32) };
  await t.db.insert(credentials).values({ ...row, ...second });
}

interface Sample {
  readonly known: Options[];
  readonly unknown: Options[];
  /** How much longer a known name took than the unknown one beside it: 0.1 is 10 %. */
  readonly excess: number;
  /** What a call for an unknown name takes. */
  readonly typicalMs: number;
}

/** Pairs of starts of a sign-in; `burden` is work that only known names cause. */
async function sample(burden: () => void = () => {}): Promise<Sample> {
  const [known, unknown]: [Options[], Options[]] = [[], []];
  const times = await compare(async (username, isKnown) => {
    const startedAt = performance.now();
    (isKnown ? known : unknown).push(await beginSignIn(ctx, { username }));
    if (isKnown) burden();
    return performance.now() - startedAt;
  });
  return { known, unknown, ...times };
}

/** Runs `timed` (which answers with milliseconds) for `count` pairs of names, in an order that is drawn for each. */
async function compare(timed: (username: string, isKnown: boolean) => Promise<number>, count = pairs) {
  const [ratios, unknownMs]: [number[], number[]] = [[], []];
  for (let index = 0; index < count; index++) {
    const person = () => timed(knownName(index % population), true);
    const nobody = () => timed(unknownName(index % population), false);
    const knownFirst = createHash("sha256").update(`pair ${index}`).digest().readUInt8() % 2 === 0;
    const [first, second] = knownFirst ? [await person(), await nobody()] : [await nobody(), await person()];
    ratios.push(Math.log(knownFirst ? first / second : second / first));
    unknownMs.push(knownFirst ? second : first);
  }
  return { excess: Math.exp(median(ratios)) - 1, typicalMs: median(unknownMs) };
}

/** The smallest of three: what is there is there each time; what a busy machine does is not. */
async function smallestExcess(run: () => Promise<{ readonly excess: number }>): Promise<number> {
  let smallest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && Math.abs(smallest) >= likeness; round++) {
    const { excess } = await run();
    if (Math.abs(excess) < Math.abs(smallest)) smallest = excess;
  }
  return smallest;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

/** The answer with every value replaced by what kind of value it is; the order of members counts. */
function shapeOf({ challenge, allowCredentials = [], ...rest }: Options): string {
  return JSON.stringify({
    challenge: /^[A-Za-z0-9_-]{43}$/.test(challenge),
    ...rest,
    allowCredentials: allowCredentials.slice(0, 1).map(({ id, transports, ...others }) => ({
      ...others,
      id: /^[A-Za-z0-9_-]+$/.test(id),
      transports: Array.isArray(transports),
    })),
  });
}

const memberOrder = (options: Options) =>
  [
    Object.keys(options),
    ...new Set((options.allowCredentials ?? []).map((item) => Object.keys(item).join())),
  ].join(" ");

describe("the options of a sign-in by name", () => {
  it("have one shape for known and unknown names", async () => {
    const { known, unknown } = await sample();
    expect(known).toHaveLength(pairs);
    expect(new Set([...known, ...unknown].map(shapeOf)).size).toBe(1);
    expect(new Set([...known, ...unknown].map(memberOrder)).size).toBe(1);
    expect(new Set([...known, ...unknown].map(({ challenge }) => challenge)).size).toBe(2 * pairs);
    for (const answers of [known, unknown]) {
      const lists = answers.map(({ allowCredentials }) => JSON.stringify(allowCredentials));
      // The same list for the same name on every call, and no two names share one.
      expect(lists.slice(population)).toEqual(lists.slice(0, -population));
      expect(new Set(lists).size).toBe(population);
    }
  });

  it("name as many passkeys of as many lengths for names that nobody has as for people", async () => {
    const names = 2000;
    const lists: NonNullable<Options["allowCredentials"]>[] = [];
    for (let index = 0; index < names; index++) {
      const { allowCredentials = [] } = await beginSignIn(ctx, { username: `x${index}@example.com` });
      lists.push(allowCredentials);
    }
    const shares = [1, 2, 3, 4, 5, 6].map(
      (count) => lists.filter(({ length }) => length === count).length / names,
    );
    // Three standard deviations of a draw of 2,000 are 3 %; the tail is there, and nothing is beyond it.
    for (const [index, share] of [0.6, 0.26, 0.09].entries())
      expect(Math.abs((shares[index] ?? 0) - share)).toBeLessThan(0.04);
    expect(Math.min(...shares.slice(3))).toBeGreaterThan(0);
    expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1);
    const ids = lists.flat().map(({ id }) => Buffer.from(id, "base64url").length);
    expect([...new Set(ids)].sort((left, right) => left - right)).toEqual([16, 20, 32, 48]);
    for (const length of [16, 20, 32, 48])
      expect(ids.filter((found) => found === length).length / ids.length).toBeGreaterThan(0.1);
    expect(new Set(lists.flat().map(({ id }) => id)).size).toBe(ids.length);
  });

  it("take as long for known as for unknown names", { timeout }, async () => {
    expect(Math.abs(await smallestExcess(sample))).toBeLessThan(likeness);
  });

  it("would be told apart by this test if one kind took 10 % longer", { timeout }, async () => {
    const tenthMs = (await sample()).typicalMs / 10;
    const { excess } = await sample(() => {
      for (const until = performance.now() + tenthMs; performance.now() < until; );
    });
    expect(excess).toBeGreaterThan(likeness);
  });
});

/** What somebody can send who knows a name, and has the passkey of nobody. */
const forgeries: readonly [string, GetDeviation][] = [
  ["with a signature of their own", { userHandle: null }],
  ["that claims to be backed up", { userHandle: null, flags: { be: true, bs: true } }],
  ["with a handle of their own", { userHandle: "A".repeat(86) }],
];

describe("the end of a sign-in by name, forged", () => {
  const forger = createAuthenticator({ origin: "https://id.example.com" });
  forger.create({
    rp: { id: "id.example.com", name: "Example" },
    user: { id: "AAAA", name: "forger", displayName: "Forger" },
    challenge: randomToken(32).toString(),
    pubKeyCredParams: [],
  });
  const [key] = forger.credentials;

  it.each(forgeries)("%s, is refused as late for known as for unknown names", async (_, deviation) => {
    const excess = await smallestExcess(() =>
      compare(async (username) => {
        const options = await beginSignIn(ctx, { username });
        const id = options.allowCredentials?.[0]?.id;
        if (!key || !id) throw new Error("nothing to forge with");
        const answer = forger.get(options, { ...deviation, credential: { ...key, id } });
        const response = authenticationResponseSchema.parse(answer);
        const startedAt = performance.now();
        const refused = await finishSignIn(ctx, response).catch((error: DomainError) => error.code);
        const elapsed = performance.now() - startedAt;
        expect(refused).toBe("AUTHENTICATION_FAILED");
        return elapsed;
      }, pairs / 2),
    );
    expect(Math.abs(excess)).toBeLessThan(likeness);
  });
});
