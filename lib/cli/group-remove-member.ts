/** `latchkey group remove-member`: takes a person out of a group. */
import { removeGroupMember } from "#lib/groups/remove-group-member.ts";
import type { Command } from "./command.ts";
import { memberOptions, memberUsage, readMembership } from "./group-options.ts";

export const groupRemoveMember: Command = {
  name: "group remove-member",
  summary: "Take a person out of a group.",
  usage: memberUsage,
  options: memberOptions,
  run: async (ctx, values) => {
    const membership = await readMembership(ctx, values, "group remove-member");
    const removed = await removeGroupMember(ctx, membership);
    return `${membership.username} ${removed ? "is no longer" : "was not"} in ${membership.name}.`;
  },
};
