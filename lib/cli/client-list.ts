/** `latchkey client list`: the apps that sign their people in here. */
import { listClients } from "#lib/clients/list-clients.ts";
import type { Command } from "./command.ts";

export const clientList: Command = {
  name: "client list",
  summary: "Show the registered apps.",
  usage: ["[--json]  print a JSON array"],
  options: { json: { type: "boolean" } },
  run: async (ctx, values) => {
    const clients = await listClients(ctx);
    if (values.json === true) {
      return JSON.stringify(
        clients.map((client) => ({
          clientId: client.id,
          name: client.name,
          redirectUris: client.redirectUris,
          postLogoutRedirectUris: client.postLogoutRedirectUris,
          authMethod: client.tokenEndpointAuthMethod,
          firstParty: client.firstParty,
          requirePkce: client.requirePkce,
          disabled: client.disabledAt !== null,
        })),
      );
    }
    if (clients.length === 0) return "No app is registered yet. Add one: npm run latchkey -- client add";
    const width = Math.max(...clients.map((client) => client.id.length));
    return clients
      .map((client) => `${client.id.padEnd(width)}  ${client.name}  ${client.redirectUris.join(" ")}`)
      .join("\n");
  },
};
