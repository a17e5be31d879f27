/** Lets time pass for a row, or changes one: what a browser test cannot wait for, bring about, or know. */
import { openPool, type Pool } from "#lib/db/client.ts";
import type { LatchkeyProcess } from "./latchkey-process.ts";

export async function withDatabase<T>(
  latchkey: LatchkeyProcess,
  work: (sql: Pool["sql"]) => Promise<T>,
): Promise<T> {
  const pool = openPool(
    { socketDirectory: `${latchkey.dataDir}/run`, port: 5432, database: "latchkey", user: "latchkey" },
    { maxConnections: 1, statementTimeoutMs: 5_000, applicationName: "latchkey-e2e" },
  );
  try {
    return await work(pool.sql);
  } finally {
    await pool.close();
  }
}

/** Makes the last confirmation of everybody who is signed in `minutes` older. */
export async function ageConfirmations(latchkey: LatchkeyProcess, minutes: number): Promise<void> {
  await withDatabase(
    latchkey,
    (sql) => sql`update sessions set auth_time = auth_time - make_interval(mins => ${minutes})`,
  );
}

/** Makes those who wait for an approval have waited `minutes` longer. */
export async function ageApprovals(latchkey: LatchkeyProcess, minutes: number): Promise<void> {
  await withDatabase(
    latchkey,
    (sql) => sql`update device_approvals set expires_at = expires_at - make_interval(mins => ${minutes})`,
  );
}

/** Puts those who wait for an approval into another network. */
export async function moveWaitingBrowsers(latchkey: LatchkeyProcess, ip: string): Promise<void> {
  await withDatabase(latchkey, (sql) => sql`update device_approvals set ip = ${ip}`);
}

/** Leaves nobody who could administer the instance. */
export async function demoteAdministrators(latchkey: LatchkeyProcess): Promise<void> {
  await withDatabase(latchkey, (sql) => sql`update users set role = 'user' where role = 'admin'`);
}

export async function setRole(
  latchkey: LatchkeyProcess,
  username: string,
  role: "user" | "auditor" | "admin",
): Promise<void> {
  await withDatabase(latchkey, (sql) => sql`update users set role = ${role} where username = ${username}`);
}

/** Ends the time of every challenge that is open. */
export async function expireChallenges(latchkey: LatchkeyProcess): Promise<void> {
  await withDatabase(latchkey, (sql) => sql`update challenges set expires_at = now() - interval '1 second'`);
}

/** Has the passkeys of somebody be those of a phone, as far as their browser told. */
export async function setTransports(latchkey: LatchkeyProcess, username: string): Promise<void> {
  await withDatabase(
    latchkey,
    (sql) => sql`
      update credentials set transports = '{hybrid,internal}'
      where user_id = (select id from users where username = ${username})`,
  );
}

/** Lets somebody put people into every group, and take them out. */
export async function letManageGroups(latchkey: LatchkeyProcess, username: string): Promise<void> {
  await withDatabase(
    latchkey,
    (sql) => sql`
      insert into group_managers (group_id, user_id, added_at)
      select groups.id, users.id, now() from groups, users where users.username = ${username}`,
  );
}

/** More people than a page shows; none of them ever signed in. */
export async function addCrowd(latchkey: LatchkeyProcess, size: number): Promise<void> {
  await withDatabase(
    latchkey,
    (sql) => sql`
      insert into users (id, username, display_name, webauthn_handle, role, status, created_at, updated_at)
      select gen_random_uuid(), 'crowd' || n || '@example.com', 'Crowd ' || n, sha512(n::text::bytea), 'user', 'active',
        now(), now()
      from generate_series(1, ${size}::int) n`,
  );
}
