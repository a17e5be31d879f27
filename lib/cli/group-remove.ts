/** `latchkey group remove`: ends a group. */
import { deleteGroup } from "#lib/groups/delete-group.ts";
import { getGroup } from "#lib/groups/get-group.ts";
import { type Command, textOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export const groupRemove: Command = {
  name: "group remove",
  summary: "End a group with its claims and its policy. Its members stay people.",
  usage: ["--name NAME"],
  options: { name: { type: "string" } },
  run: async (ctx, values) => {
    const name = textOf(values, "name");
    if (name === undefined) throw new UsageError("group remove needs --name.");
    const group = await getGroup(ctx, { name });
    await deleteGroup(ctx, group.id);
    return `The group ${group.name} is gone.`;
  },
};
