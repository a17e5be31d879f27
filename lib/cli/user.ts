/** `latchkey user list`, `user show` and `user set-profile`: people and what is known of them. */

import type { UserId } from "#drizzle/schema/ids.ts";
import { getProfile } from "#lib/accounts/profile/get-profile.ts";
import { listUsers } from "#lib/accounts/profile/list-users.ts";
import { updateProfile } from "#lib/accounts/profile/update-profile.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { ProfileChange, User } from "#lib/users/schema.ts";
import { type Command, type OptionValues, requiredTextOf } from "./command.ts";
import { readJsonObject } from "./read-json-file.ts";
import { UsageError } from "./usage-error.ts";

const pageSize = 200;

export const userList: Command = {
  name: "user list",
  summary: "Show the people of this installation.",
  usage: ["[--json]  print a JSON array"],
  options: { json: { type: "boolean" } },
  run: async (ctx, values) => {
    const users = await allUsers(ctx);
    if (values.json === true) return JSON.stringify(users);
    if (users.length === 0) return "Nobody has an account yet.";
    const width = Math.max(...users.map(({ username }) => username.length));
    return users
      .map(({ username, displayName, role, status }) =>
        [username.padEnd(width), displayName, role, status === "active" ? "" : status].join("  ").trimEnd(),
      )
      .join("\n");
  },
};

export const userShow: Command = {
  name: "user show",
  summary: "Show what is known of a person, as a JSON object.",
  usage: ["--user EMAIL"],
  options: { user: { type: "string" } },
  run: async (ctx, values) => JSON.stringify(await named(ctx, "user show", values), null, 2),
};

export const userSetProfile: Command = {
  name: "user set-profile",
  summary: "Change what is known of a person; what the file does not name stays.",
  usage: [
    "--user EMAIL",
    '--file FILE  a JSON object, such as {"givenName": "Ana", "address": {"locality": "Bern"}, "emailVerified": true};',
    "             null takes a value away. Members are those that user show prints",
  ],
  options: { user: { type: "string" }, file: { type: "string" } },
  run: async (ctx, values) => {
    const { id } = await named(ctx, "user set-profile", values);
    const change = await readJsonObject(requiredTextOf("user set-profile", values, "file"));
    // The operation reads it by the schema and names every member that is wrong.
    const user = await updateProfile(ctx, id as UserId, change as ProfileChange);
    return `This is known of ${user.username} from now on:\n${JSON.stringify(user, null, 2)}`;
  },
};

/** The person of `--user`. @throws UsageError where there is none */
export async function named(ctx: Context, command: string, values: OptionValues): Promise<User> {
  const username = requiredTextOf(command, values, "user");
  try {
    return await getProfile(ctx, { username });
  } catch (cause) {
    if (!(cause instanceof DomainError) || cause.code !== "USER_NOT_FOUND") throw cause;
    throw new UsageError(`There is no user '${username}'.`, { cause });
  }
}

/** Everybody, in the order in which they signed up. */
export async function allUsers(ctx: Context): Promise<User[]> {
  const users: User[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await listUsers(ctx, { cursor, limit: pageSize });
    users.push(...page.users);
    cursor = page.nextCursor;
    more = cursor !== undefined;
  }
  return users;
}
