/** `latchkey user delete` */
import type { UserId } from "#drizzle/schema/ids.ts";
import { deleteUser } from "#lib/accounts/delete-user.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./usage-error.ts";
import { named } from "./user.ts";

export const userDelete: Command = {
  name: "user delete",
  summary: "Delete a person's account for good: passkeys, sessions, tokens and all that is known of them.",
  usage: ["--user EMAIL --yes  it can't be undone; --yes says that you know"],
  options: { user: { type: "string" }, yes: { type: "boolean" } },
  run: async (ctx, values) => {
    const { id, username } = await named(ctx, "user delete", values);
    if (values.yes !== true)
      throw new UsageError(`${username} would be gone for good. Say --yes if that is what you want.`);
    const { sessionsEnded } = await deleteUser(ctx, id as UserId);
    return `${username} is deleted. Sessions ended: ${sessionsEnded}.`;
  },
};
