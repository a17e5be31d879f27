/**
 * Fills a database as years of use leave it, by statements alone: only the administrator can sign in. What is frequent
 * is very frequent (one app, one address, one machine), since a search goes wrong by it: see `docs/performance.md`.
 */
import { loadConfig } from "#lib/config/load-config.ts";
import { openPool } from "#lib/db/client.ts";
import { cursorOf } from "#lib/db/keyset.ts";
import { openDatabase } from "#lib/db/open.ts";
import { measurePeople } from "#lib/overview/people-figures.ts";
import { sumSignInHours } from "#lib/overview/sign-ins/sum-hours.ts";

export interface Sizes {
  readonly people: number;
  readonly events: number;
}

/** Three passkeys and one or two sessions for each person. */
export const fullSizes: Sizes = { people: 100_000, events: 1_000_000 };

/** What there is, for pages about one thing. */
export interface Known {
  readonly person: string;
  /** A word that one person's address begins with. */
  readonly word: string;
  readonly group: string;
  readonly app: string;
  readonly request: string;
  /** One on which something happened. */
  readonly day: string;
  /** In the middle of the trail. */
  readonly cursor: string;
}

const bytes = (from: string) => `decode(repeat(md5(${from}), 4), 'hex')`;
const seconds = (count: string) => `(${count}) * interval '1 second'`;
const year = 31_536_000;

/** Rows lie in the order of time, as they came, and so do their ids. */
const statementsFor = ({ people, events }: Sizes): readonly string[] => [
  `insert into users (id, username, display_name, webauthn_handle, role, status, created_at, updated_at, last_login_at)
   select uuidv7(-age), 'seeded' || n || '@example.com',
     (array['Ana','Ben','Chidi','Dana','Emre','Fatima','Goran','Hana'])[1 + n % 8] || ' ' || initcap(md5(n::text)),
     ${bytes("n::text")}, (case when n % 5000 = 1 then 'auditor' else 'user' end)::user_role,
     (case when n % 100 = 0 then 'disabled' else 'active' end)::user_status,
     now() - age, now(), case when n % 10 = 0 then null else now() - ${seconds(`n * 97 % ${year}`)} end
   from (select n, ${seconds(`(${people} - n) * 300`)} as age from generate_series(1, ${people}) n) seeded`,
  // Three each, but for twenty people who have none, and twenty who have theirs; one in forty has one alone.
  `insert into credentials (id, user_id, credential_id, public_key, algorithm, sign_count, aaguid, transports, device_type,
     backup_eligible, backup_state, user_verified, attestation_format, attestation_trust, name, created_at, last_used_at,
     clone_suspected_at, revoked_at)
   select uuidv7(created_at - now()), id, decode(md5(id::text || k) || md5(k || id::text), 'hex'), ${bytes("id::text || k")},
     -7, 0, ('00000000-0000-4000-8000-' || lpad((n % 40)::text, 12, '0'))::uuid,
     case when k > 2 then '{usb}' else '{internal}' end::text[],
     (case when k > 2 then 'single_device' else 'multi_device' end)::credential_device_type, k < 3, k < 3, true,
     'none', 'none', 'Passkey ' || k, created_at, case when k = 2 then null else last_login_at end,
     case when k = 3 and role = 'auditor' then now() end, case when k = 2 and status = 'disabled' then now() end
   from (select *, substring(username from '\\d+')::int as n from users where username like 'seeded%') seeded
   cross join lateral generate_series(1, case when n % 5000 = 0 then 0 when n % 5000 = 2500 then 6
     when n % 40 = 3 then 1 when n % 40 = 4 then 5 else 3 end) k`,
  `insert into sessions (id, token_hash, user_id, method, acr, amr, auth_time, created_at, last_activity_at, expires_at, ip, user_agent)
   select uuidv7(-age), ${bytes("id::text || k")}, id, 'passkey', 'phr', '{user}', now() - age, now() - age,
     now() - case when n % 10 = 1 then interval '1 minute' else age end, now() - age + interval '30 days',
     case when n % 2 = 0 then '203.0.113.1' else '198.51.100.' || n % 250 end,
     'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
   from (select id, substring(username from '\\d+')::int as n from users where username like 'seeded%') seeded
   cross join generate_series(1, 2) k cross join lateral (select (1 + n % 28) * interval '1 day' + k * interval '1 hour' as age) past
   where k = 1 or n % 2 = 0 order by age desc`,
  `insert into groups (id, name, display_name, created_at, updated_at)
   select uuidv7(), 'group-' || n, 'Group ' || n, now(), now() from generate_series(1, 200) n`,
  `insert into group_members (group_id, user_id, added_at)
   select g.id, u.id, now() from groups g join users u
   on g.name = 'group-1' or g.name = 'group-' || 2 + abs(hashtext(u.id::text)) % 199`,
  `insert into clients (id, name, redirect_uris, post_logout_redirect_uris, token_endpoint_auth_method, first_party, require_pkce, created_at, updated_at)
   select 'app-' || n, 'App ' || n, '{https://app.example.com/cb}', '{}', 'client_secret_basic', true, true, now(), now()
   from generate_series(1, 300) n`,
  `insert into grants (id, user_id, client_id, scopes, consented_at, created_at, updated_at)
   select uuidv7(created_at - now()), id, case k when 1 then 'app-1' else 'app-' || 2 + abs(hashtext(id::text)) % 299 end,
     '{openid,profile}', created_at, created_at, created_at
   from users cross join generate_series(1, 2) k where username like 'seeded%'`,
  `insert into session_clients (session_id, client_id, created_at)
   select id, case k when 1 then 'app-1' else 'app-' || 2 + abs(hashtext(id::text)) % 299 end, created_at
   from sessions cross join generate_series(1, 2) k`,
  `insert into invitations (id, token_hash, created_at, expires_at, uses, remaining_uses)
   select uuidv7(), ${bytes("n::text")}, now(), now() + interval '7 days', 1, 1 from generate_series(1, 5000) n`,
  // Half of what apps did was app-1, half of everything came from one address, and app-1 acts for itself.
  `insert into audit_events (id, occurred_at, action, outcome, reason, actor_type, actor_id, subject_user_id, client_id, ip, user_agent, request_id, details)
   select uuidv7(-age), now() - age, action, (case when action = 'sign_in.failed' then 'failure' else 'success' end)::audit_outcome,
     case when action = 'sign_in.failed' then 'wrong_signature' end,
     (case when action = 'token.issued' then 'client' else 'user' end)::audit_actor_type,
     case when action = 'token.issued' then app else person::text end, person,
     case when action in ('token.issued', 'authorization.issued') then app end,
     case when n % 7 < 4 then '203.0.113.1' else '198.51.100.' || n % 250 end,
     'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', uuidv7(-age)::text,
     case when action = 'group.member_added' then jsonb_build_object('groupId', team) else '{}' end
   from (
     select n, ${seconds(`(${events} - n) * 31`)} as age, u.id as person,
       case when n % 11 < 6 then 'app-1' else 'app-' || 2 + n % 299 end as app,
       (array['token.issued','token.issued','token.issued','authorization.issued','authorization.issued','authorization.issued',
         'session.created','session.created','sign_in.failed','group.member_added'])[1 + n % 10] as action
     from generate_series(1, ${events}) n
     join (select id, row_number() over (order by id) as at from users) u on u.at = 1 + (n::bigint * 7919) % ${people}
     order by n
   ) happened cross join (select id as team from groups where name = 'group-1') g`,
  "vacuum analyze",
  "checkpoint",
];

/** `administrator` has signed up, and may do everything from now on. */
export async function fillForAdministration(
  dataDir: string,
  administrator: string,
  sizes: Sizes,
): Promise<Known> {
  const nth = (share: number) => Math.floor(sizes.people * share);
  const { address } = await openDatabase(loadConfig({ DATA_DIR: dataDir }), "command");
  const pool = openPool(address, {
    maxConnections: 1,
    statementTimeoutMs: 0,
    applicationName: "latchkey-bench",
  });
  try {
    await pool.sql`update users set role = 'admin' where username = ${administrator}`;
    for (const statement of statementsFor(sizes)) await pool.sql.unsafe(statement);
    // What its jobs do in the minutes after such a change.
    await measurePeople(pool.db, new Date());
    while ((await sumSignInHours(pool.db, new Date())) > 0);
    const [row] = await pool.sql<
      (Omit<Known, "cursor" | "app" | "word"> & { id: string; sortKey: string })[]
    >`
      select (select id from users where username = ${`seeded${nth(0.04242)}@example.com`}) as person,
        (select id from groups where name = 'group-1') as "group", request_id as request,
        to_char(occurred_at, 'YYYY-MM-DD') as day, id, occurred_at::text as "sortKey"
      from audit_events order by occurred_at offset ${Math.floor(sizes.events / 2)} limit 1`;
    if (!row) throw new Error("no row came back");
    const { person, group, request, day } = row;
    const word = `seeded${nth(0.77777)}`;
    return { person, word, group, request, day, app: "app-42", cursor: cursorOf(row) };
  } finally {
    await pool.close();
  }
}
