/** Where attestation policies stand: the instance's in `settings`, those of groups on their rows. */
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { credentials } from "#drizzle/schema/credentials.ts";
import { groupMembers, groups } from "#drizzle/schema/groups.ts";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { settings } from "#drizzle/schema/settings.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";
import type { AttestationPolicy } from "./schema.ts";

export const attestationPolicyName = "attestation_policy";

function selectOfInstance(db: Database) {
  return db.select({ policy: settings.value }).from(settings).where(eq(settings.name, attestationPolicyName));
}

const selectPoliciesOfUser = prepared((db) =>
  unionAll(
    selectOfInstance(db),
    db
      .select({ policy: groups.attestationPolicy })
      .from(groupMembers)
      .innerJoin(groups, eq(groups.id, groupMembers.groupId))
      .where(and(eq(groupMembers.userId, sql.placeholder("userId")), isNotNull(groups.attestationPolicy))),
  ).prepare("select_policies_of_user"),
);

/** The instance's policy, where there is one, and those of the person's groups, unparsed; in no order. */
export async function listPoliciesOfUser(db: Database, userId: UserId | undefined): Promise<unknown[]> {
  const rows = await selectPoliciesOfUser(db).execute({ userId: userId ?? null });
  return rows.map(({ policy }) => policy);
}

/** Those of the groups that have one, unparsed. */
export async function listPoliciesOfGroups(db: Database, ids: readonly GroupId[]): Promise<unknown[]> {
  const rows = await db
    .select({ policy: groups.attestationPolicy })
    .from(groups)
    .where(and(inArray(groups.id, [...ids]), isNotNull(groups.attestationPolicy)));
  return rows.map(({ policy }) => policy);
}

const selectPoliciesOfOwner = prepared((db) =>
  unionAll(
    selectOfInstance(db),
    db
      .select({ policy: groups.attestationPolicy })
      .from(credentials)
      .innerJoin(groupMembers, eq(groupMembers.userId, credentials.userId))
      .innerJoin(groups, eq(groups.id, groupMembers.groupId))
      .where(
        and(
          eq(credentials.credentialId, sql.placeholder("credentialId")),
          isNotNull(groups.attestationPolicy),
        ),
      ),
  ).prepare("select_policies_of_owner"),
);

/** The same for whoever has that passkey: asked beside the passkey itself, while nobody knows yet whose it is. */
export async function listPoliciesOfOwner(db: Database, credentialId: Uint8Array): Promise<unknown[]> {
  const rows = await selectPoliciesOfOwner(db).execute({ credentialId });
  return rows.map(({ policy }) => policy);
}

const selectVerifyingGroup = prepared((db) =>
  db
    .select({ id: groups.id })
    .from(groups)
    .where(sql`${groups.attestationPolicy} @> '{"requireUserVerification": true}'`)
    .limit(1)
    .prepare("select_verifying_group"),
);

/** Whether any group's policy wants people verified. */
export async function verifyingGroupExists(db: Database): Promise<boolean> {
  return (await selectVerifyingGroup(db).execute()).length > 0;
}

export interface GroupPolicyRow {
  readonly name: string;
  readonly policy: unknown;
  /** Of the group, whose version it is. */
  readonly updatedAt: Date;
}

export async function findGroupPolicy(db: Db, id: GroupId): Promise<GroupPolicyRow | undefined> {
  const [row] = await selectGroupPolicy(db, id);
  return row;
}

/** The same, held until the transaction ends: nobody joins the group meanwhile. */
export async function lockGroupPolicy(db: Db, id: GroupId): Promise<GroupPolicyRow | undefined> {
  const [row] = await selectGroupPolicy(db, id).for("update");
  return row;
}

function selectGroupPolicy(db: Db, id: GroupId) {
  return db
    .select({ name: groups.name, policy: groups.attestationPolicy, updatedAt: groups.updatedAt })
    .from(groups)
    .where(eq(groups.id, id));
}

/** `null`: the group has no policy of its own. */
export async function putGroupPolicy(
  db: Db,
  id: GroupId,
  policy: AttestationPolicy | null,
  now: Date,
): Promise<void> {
  await db.update(groups).set({ attestationPolicy: policy, updatedAt: now }).where(eq(groups.id, id));
}

export async function isGroupMember(db: Db, id: GroupId, userId: UserId): Promise<boolean> {
  const rows = await db
    .select({ userId: groupMembers.userId })
    .from(groupMembers)
    .where(and(eq(groupMembers.groupId, id), eq(groupMembers.userId, userId)));
  return rows.length === 1;
}
