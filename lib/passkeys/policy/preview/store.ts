/** Counts the passkeys that a policy would refuse, before it holds. */
import { and, eq, inArray, isNull, not, type SQL, sql } from "drizzle-orm";
import { credentials } from "#drizzle/schema/credentials.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";
import type { AttestationPolicy } from "../schema.ts";

/** The same as `meetsPolicy`, as a condition; whether a person is verified is known of the last time. */
function meeting(policy: AttestationPolicy): SQL | undefined {
  const { formats, allowAaguids, denyAaguids } = policy;
  return and(
    formats && inArray(credentials.attestationFormat, [...formats]),
    policy.trustedOnly ? eq(credentials.attestationTrust, "trusted") : undefined,
    allowAaguids && inArray(credentials.aaguid, [...allowAaguids]),
    denyAaguids && denyAaguids.length > 0 ? not(inArray(credentials.aaguid, [...denyAaguids])) : undefined,
    policy.deviceBoundOnly ? eq(credentials.deviceType, "single_device") : undefined,
    policy.requireUserVerification ? eq(credentials.userVerified, true) : undefined,
  );
}

/** Counted no further than `most`. */
export async function countRefused(db: Db, policy: AttestationPolicy, most: number): Promise<number> {
  const met = meeting(policy);
  if (!met) return 0;
  const some = db
    .select({ id: credentials.id })
    .from(credentials)
    .where(and(isNull(credentials.revokedAt), not(met)))
    .limit(most)
    .as("some");
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}

/** People whose every passkey would be refused, counted no further than `most`. */
export async function countShutOut(db: Db, policy: AttestationPolicy, most: number): Promise<number> {
  const met = meeting(policy);
  if (!met) return 0;
  const some = db
    .select({ userId: credentials.userId })
    .from(credentials)
    .where(isNull(credentials.revokedAt))
    .groupBy(credentials.userId)
    .having(sql`not bool_or(${met})`)
    .limit(most)
    .as("some");
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}

/** Active administrators who would keep a passkey that may be used. */
export async function countAdministratorsLeft(db: Db, policy: AttestationPolicy): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(distinct ${users.id})::int` })
    .from(users)
    .innerJoin(credentials, eq(credentials.userId, users.id))
    .where(
      and(
        eq(users.role, "admin"),
        eq(users.status, "active"),
        isNull(credentials.revokedAt),
        meeting(policy),
      ),
    );
  return row?.count ?? 0;
}
