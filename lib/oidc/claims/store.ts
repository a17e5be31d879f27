/** The columns that claims are made of: of `users`, and of the groups and custom claims of a person. */
import { eq, type SQL, sql } from "drizzle-orm";
import { claims, groupMembers, groups } from "#drizzle/schema/groups.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";
import type { CustomClaim, Person } from "./read-person-claims.ts";

export const personColumns = {
  id: users.id,
  username: users.username,
  displayName: users.displayName,
  givenName: users.givenName,
  familyName: users.familyName,
  middleName: users.middleName,
  nickname: users.nickname,
  picture: users.picture,
  profile: users.profile,
  website: users.website,
  gender: users.gender,
  birthdate: users.birthdate,
  zoneinfo: users.zoneinfo,
  locale: users.locale,
  address: users.address,
  phoneNumber: users.phoneNumber,
  phoneNumberVerifiedAt: users.phoneNumberVerifiedAt,
  emailVerifiedAt: users.emailVerifiedAt,
  updatedAt: users.updatedAt,
};

/**
 * The names of the person's groups, read only where `condition` holds; null elsewhere. `users` must be in the query.
 * Written with names of their own for the tables: Drizzle leaves those out where a query has but one.
 */
export function groupNamesWhere(condition: SQL): SQL<string[] | null> {
  return sql<string[] | null>`case when ${condition} then array(
    select g.name from ${groupMembers} m join ${groups} g on g.id = m.group_id
    where m.user_id = "users"."id" order by g.name collate "C") end`;
}

/**
 * The custom claims of the person and of their groups, read only where `condition` holds; null elsewhere. The
 * person's own win over those of a group, and of two groups the first by name: the strongest comes last.
 */
export function customClaimsWhere(condition: SQL): SQL<CustomClaim[] | null> {
  return sql<CustomClaim[] | null>`case when ${condition} then coalesce((
    select jsonb_agg(jsonb_build_object('name', found.name, 'value', found.value, 'group', found.source)
      order by found.source collate "C" desc nulls last)
    from (
      select c.name, c.value, null::text as source from ${claims} c where c.user_id = "users"."id"
      union all
      select c.name, c.value, g.name
        from ${groupMembers} m join ${groups} g on g.id = m.group_id join ${claims} c on c.group_id = g.id
        where m.user_id = "users"."id"
    ) as found), '[]'::jsonb) end`;
}

/** Everything that may be told of a person, groups and custom claims too: for screens, which show all of it. */
export async function findPerson(db: Db, userId: UserId): Promise<Person | undefined> {
  const always = sql`true`;
  const [row] = await db
    .select({
      person: personColumns,
      groups: groupNamesWhere(always),
      customClaims: customClaimsWhere(always),
    })
    .from(users)
    .where(eq(users.id, userId));
  return row && withGroups(row);
}

export interface PersonAndGroups {
  readonly person: Person;
  readonly groups: string[] | null;
  readonly customClaims: CustomClaim[] | null;
}

/** What a query with the columns above found, as one. */
export function withGroups({ person, groups, customClaims }: PersonAndGroups): Person {
  return { ...person, groups: groups ?? undefined, customClaims: customClaims ?? undefined };
}
