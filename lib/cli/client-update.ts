/** `latchkey client update`, `client disable`, `client enable`: what holds of an app from now on. */
import { disableClient, enableClient } from "#lib/clients/disable-client.ts";
import { updateClient } from "#lib/clients/update-client.ts";
import { type Command, requiredTextOf } from "./command.ts";
import { readJsonObject } from "./read-json-file.ts";

export const clientUpdate: Command = {
  name: "client update",
  summary: "Change what is registered of an app; what the file does not name stays.",
  usage: [
    "--id ID",
    '--file FILE  a JSON object, such as {"redirectUris": [...]}; members as in docs/apps.md',
  ],
  options: { id: { type: "string" }, file: { type: "string" } },
  run: async (ctx, values) => {
    const id = requiredTextOf("client update", values, "id");
    const changes = await readJsonObject(requiredTextOf("client update", values, "file"));
    const { client, secret } = await updateClient(ctx, { id, changes });
    const lines = [`${client.name} is changed.`];
    if (secret !== undefined) lines.push("", `  Client secret  ${secret}`, "", "It is not shown again.");
    return lines.join("\n");
  },
};

export const clientDisable: Command = {
  name: "client disable",
  summary: "Shut an app out. Its tokens end.",
  usage: ["--id ID"],
  options: { id: { type: "string" } },
  run: async (ctx, values) => {
    const { client, tokensEnded } = await disableClient(ctx, requiredTextOf("client disable", values, "id"));
    return `${client.name} is shut out. Tokens ended: ${tokensEnded}.`;
  },
};

export const clientEnable: Command = {
  name: "client enable",
  summary: "Let an app in again.",
  usage: ["--id ID"],
  options: { id: { type: "string" } },
  run: async (ctx, values) => {
    const { name } = await enableClient(ctx, requiredTextOf("client enable", values, "id"));
    return `${name} can sign its people in again.`;
  },
};
