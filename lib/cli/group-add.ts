/** `latchkey group add`: makes a group. */
import { createGroup } from "#lib/groups/create-group.ts";
import { type Command, textOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export const groupAdd: Command = {
  name: "group add",
  summary: "Make a group of people.",
  usage: [
    "--name NAME            what apps see: up to 64 letters, digits, dots, dashes, underscores, colons",
    "[--display-name TEXT]  what people see; the name when absent",
  ],
  options: { name: { type: "string" }, "display-name": { type: "string" } },
  run: async (ctx, values) => {
    const name = textOf(values, "name");
    if (name === undefined) throw new UsageError("group add needs --name.");
    const group = await createGroup(ctx, { name, displayName: textOf(values, "display-name") });
    return `The group ${group.name} is there, without members.`;
  },
};
