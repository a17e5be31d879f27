/** `latchkey user disable`, `user enable`, `user sign-out` and `user set-role`. */
import type { UserId } from "#drizzle/schema/ids.ts";
import { disableUser, enableUser } from "#lib/accounts/disable-user.ts";
import { endSessionsOfPerson } from "#lib/accounts/sessions/end-sessions-of-person.ts";
import { setUserRole } from "#lib/accounts/set-user-role.ts";
import { roleSchema } from "#lib/permissions/schema.ts";
import { type Command, requiredTextOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";
import { named } from "./user.ts";

const usage = ["--user EMAIL"];
const options = { user: { type: "string" } } as const;

export const userDisable: Command = {
  name: "user disable",
  summary: "Shut a person out: ends their sessions and tokens, and tells their apps.",
  usage,
  options,
  run: async (ctx, values) => {
    const { id } = await named(ctx, "user disable", values);
    const { user, sessionsEnded } = await disableUser(ctx, id as UserId);
    return `${user.username} is disabled. Sessions ended: ${sessionsEnded}.`;
  },
};

export const userEnable: Command = {
  name: "user enable",
  summary: "Let a person sign in again.",
  usage,
  options,
  run: async (ctx, values) => {
    const { id } = await named(ctx, "user enable", values);
    const user = await enableUser(ctx, id as UserId);
    return `${user.username} can sign in.`;
  },
};

export const userSignOut: Command = {
  name: "user sign-out",
  summary: "Sign a person out everywhere, and tell their apps.",
  usage,
  options,
  run: async (ctx, values) => {
    const { id, username } = await named(ctx, "user sign-out", values);
    const { ended } = await endSessionsOfPerson(ctx, id as UserId);
    return `${username} is signed out. Sessions ended: ${ended}.`;
  },
};

export const userSetRole: Command = {
  name: "user set-role",
  summary: "Give a person a role: user, auditor, helpdesk or admin.",
  usage: ["--user EMAIL", "--role ROLE"],
  options: { user: { type: "string" }, role: { type: "string" } },
  run: async (ctx, values) => {
    const role = roleSchema.safeParse(requiredTextOf("user set-role", values, "role"));
    if (!role.success) throw new UsageError("--role must be one of: user, auditor, helpdesk, admin.");
    const { id } = await named(ctx, "user set-role", values);
    const user = await setUserRole(ctx, { id: id as UserId, role: role.data });
    return `${user.username} is ${user.role} now.`;
  },
};
