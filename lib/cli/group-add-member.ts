/** `latchkey group add-member`: puts a person into a group. */
import { addGroupMember } from "#lib/groups/add-group-member.ts";
import type { Command } from "./command.ts";
import { memberOptions, memberUsage, readMembership } from "./group-options.ts";

export const groupAddMember: Command = {
  name: "group add-member",
  summary: "Put a person into a group. Its policy holds for them at their next sign-in.",
  usage: memberUsage,
  options: memberOptions,
  run: async (ctx, values) => {
    const membership = await readMembership(ctx, values, "group add-member");
    const added = await addGroupMember(ctx, membership);
    return `${membership.username} is ${added ? "now" : "already"} in ${membership.name}.`;
  },
};
