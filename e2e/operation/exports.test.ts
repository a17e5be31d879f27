/** The trail as a file, as it leaves the server: in pieces, and no further than somebody reads. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { setRole, withDatabase } from "../support/database.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { type Person, signUp } from "./person.ts";

/** Together five times what the buffers of a connection hold on either side. */
const [events, bytesEach] = [12_000, 4_000];

let latchkey: LatchkeyProcess;
let auditor: Person;
beforeAll(async () => {
  // Vite puts a BASE_URL of its own into the environment of its tests; an empty one is an unset one.
  latchkey = await startLatchkey({ variables: { BASE_URL: "" } });
  auditor = await signUp(latchkey.baseUrl, "aud@example.com");
  await setRole(latchkey, "aud@example.com", "auditor");
  await withDatabase(
    latchkey,
    (sql) => sql`insert into audit_events
        (id, occurred_at, action, outcome, actor_type, user_agent, request_id, details)
      select gen_random_uuid(), now() - n * interval '1 second', 'mail.tested', 'success', 'system',
        repeat('x', ${bytesEach}), n::text, '{}'
      from generate_series(1, ${events}) n`,
  );
});
afterAll(() => latchkey.stop());

const take = (signal?: AbortSignal) =>
  fetch(`${latchkey.baseUrl}/api/v1/admin/audit/export?format=jsonl`, {
    headers: { cookie: auditor.cookie },
    ...(signal ? { signal } : {}),
  });

async function read(response: Response, enough: (lines: number) => boolean): Promise<number> {
  let lines = 0;
  for await (const chunk of response.body ?? []) {
    for (const byte of chunk) if (byte === 10) lines += 1;
    if (enough(lines)) break;
  }
  return lines;
}

/** When the server last began to read a page of the trail, by the database's own clock in milliseconds; and that clock. */
async function lastRead(): Promise<{ readonly at: number; readonly now: number }> {
  const [row] = await withDatabase(
    latchkey,
    (sql) => sql<{ at: number; now: number }[]>`
      select coalesce(extract(epoch from max(query_start)) * 1000, 0)::float8 as at,
        (extract(epoch from clock_timestamp()) * 1000)::float8 as now
      from pg_stat_activity
      where application_name = 'latchkey' and query like '%"transaction_id"%from "audit_events"%'`,
  );
  if (!row) throw new Error("no row came back");
  return row;
}

/**
 * Waits until no read has been seen for a second; when the last was, or `since`. A connection tells its last statement
 * alone, so what is seen once is kept.
 */
async function stillness(since: number): Promise<number> {
  let last = since;
  for (;;) {
    const { at, now } = await lastRead();
    last = Math.max(last, at);
    if (now - last > 1_000) return last;
    await sleep(100);
  }
}

/** The last read that is seen before `end` has come about. */
async function lastReadBefore(end: Promise<unknown>): Promise<number> {
  let [last, ended] = [0, false];
  const settle = () => {
    ended = true;
  };
  end.then(settle, settle);
  while (!ended) {
    last = Math.max(last, (await lastRead()).at);
    await sleep(10);
  }
  return last;
}

it("holds every event", async () => {
  const response = await take();
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/jsonl",
    "content-disposition": expect.stringMatching(/^attachment; filename="localhost-audit-[\d-]+\.jsonl"$/),
    "cache-control": "no-store",
  });
  expect(await read(response, () => false)).toBeGreaterThanOrEqual(events);
});

it("is read no further while its reader waits, and goes on with them", async () => {
  const response = await take();
  const stood = await stillness((await lastRead()).now);
  const lines = read(response, () => false);
  expect(await lastReadBefore(lines)).toBeGreaterThan(stood);
  expect(await lines).toBeGreaterThanOrEqual(events);
});

it("is read no further once its reader has gone", async () => {
  const gone = new AbortController();
  await read(await take(gone.signal), (lines) => lines > 1_000);
  gone.abort();
  const left = (await lastRead()).now;
  // One page may have been under way.
  expect((await stillness(left)) - left).toBeLessThan(500);
});
