/** `latchkey client remove`: takes an app away for good. */
import { deleteClient } from "#lib/clients/delete-client.ts";
import { type Command, requiredTextOf } from "./command.ts";

export const clientRemove: Command = {
  name: "client remove",
  summary: "Remove an app with its secrets, tokens and consents. There is no way back.",
  usage: ["--id ID"],
  options: { id: { type: "string" } },
  run: async (ctx, values) => {
    const id = requiredTextOf("client remove", values, "id");
    await deleteClient(ctx, id);
    return `${id} is removed.`;
  },
};
