import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "../support/latchkey-process.ts";
import { type Instance, launch, newDataDir, openBeside, terminate } from "./instance.ts";
import { beginSignIn, finishSignIn, isSignedIn, type Person, signUp } from "./person.ts";

const kills = 20;
const workers = 4;

let dataDir: string;
beforeAll(() => {
  dataDir = newDataDir();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Signs people up until the server dies; those whose account was acknowledged. */
async function signUpUntilDeath(baseUrl: string, prefix: string): Promise<Person[]> {
  const acknowledged: Person[] = [];
  for (let count = 0; ; count++) {
    try {
      acknowledged.push(await signUp(baseUrl, `${prefix}-${count}@example.com`));
    } catch {
      return acknowledged;
    }
  }
}

/** In every fourth round PostgreSQL dies too, in the middle of its writing. */
function kill(instance: Instance, round: number): void {
  instance.child.kill("SIGKILL");
  if (round % 4 !== 3) return;
  process.kill(
    Number.parseInt(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8"), 10),
    "SIGKILL",
  );
}

it(`loses no acknowledged account when it is killed ${kills} times under load`, async () => {
  const acknowledged: Person[] = [];
  const port = await freePort();
  for (let round = 0; round < kills; round++) {
    const instance = launch(port, { DATA_DIR: dataDir });
    await instance.ready();
    const load = Promise.all(
      Array.from({ length: workers }, (_, worker) =>
        signUpUntilDeath(instance.baseUrl, `round-${round}-worker-${worker}`),
      ),
    );
    // Not always at the same moment of what it does.
    await sleep(250 + Math.random() * 350);
    kill(instance, round);
    acknowledged.push(...(await load).flat());
    await instance.exited;
  }

  const instance = launch(port, { DATA_DIR: dataDir });
  await instance.ready();
  const pool = openBeside(dataDir);
  const rows = await pool.sql<{ username: string }[]>`
    select u.username from users u
    where exists (select 1 from credentials c where c.user_id = u.id)
      and exists (select 1 from sessions s where s.user_id = u.id)
      and exists (select 1 from audit_events a where a.subject_user_id = u.id and a.action = 'user.created')`;
  const halves = await pool.sql`
    select 1 from users u where not exists (select 1 from credentials c where c.user_id = u.id)`;
  await pool.close();
  const stored = new Set(rows.map((row) => row.username));
  expect(acknowledged.filter((person) => !stored.has(person.username))).toEqual([]);
  expect(halves).toHaveLength(0);
  // Enough for the count to mean something.
  expect(acknowledged.length).toBeGreaterThan(kills);

  const [first, last] = [acknowledged.at(0), acknowledged.at(-1)];
  for (const person of [first, last]) {
    if (!person) continue;
    expect(await isSignedIn(instance.baseUrl, person.cookie)).toBe(true);
    await finishSignIn(instance.baseUrl, person, await beginSignIn(instance.baseUrl));
  }
  await terminate(instance);
});
