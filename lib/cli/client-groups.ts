/** `latchkey client groups`: who may sign in to an app. */
import { setClientGroups } from "#lib/clients/set-client-groups.ts";
import { getGroup } from "#lib/groups/get-group.ts";
import { type Command, requiredTextOf, textsOf } from "./command.ts";

export const clientGroups: Command = {
  name: "client groups",
  summary: "Let the members of these groups alone sign in to an app; without --group everybody.",
  usage: ["--id ID", "[--group NAME]  repeatable"],
  options: { id: { type: "string" }, group: { type: "string", multiple: true } },
  run: async (ctx, values) => {
    const clientId = requiredTextOf("client groups", values, "id");
    const groups = await Promise.all(textsOf(values, "group").map((name) => getGroup(ctx, { name })));
    await setClientGroups(ctx, { clientId, groupIds: groups.map(({ id }) => id) });
    if (groups.length === 0) return "Everybody may sign in to it.";
    return `Its people are the members of: ${groups.map(({ name }) => name).join(", ")}.`;
  },
};
