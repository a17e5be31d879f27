/** `latchkey client add`: registers an app and shows its credentials once. */
import { type AddedClient, addClient } from "#lib/clients/add-client.ts";
import { clientAuthMethodSchema } from "#lib/clients/schema.ts";
import { type Command, textOf, textsOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export const clientAdd: Command = {
  name: "client add",
  summary: "Register an app that signs its people in here.",
  usage: [
    "--name NAME                       what people see when they are asked for consent",
    "--redirect-uri URI                where answers go, exactly; repeatable",
    "[--post-logout-redirect-uri URI]  where to go after signing out; repeatable",
    "[--id ID]                         its client id; made up when absent",
    `[--auth-method METHOD]            ${clientAuthMethodSchema.options.join(", ")}`,
    "                                  (client_secret_basic; none for apps that cannot keep a secret)",
    "[--first-party]                   an app of yours: people are not asked for consent",
    "[--no-pkce]                       for apps with a secret that do not know PKCE",
    "[--json]                          print one JSON object",
  ],
  options: {
    name: { type: "string" },
    "redirect-uri": { type: "string", multiple: true },
    "post-logout-redirect-uri": { type: "string", multiple: true },
    id: { type: "string" },
    "auth-method": { type: "string" },
    "first-party": { type: "boolean" },
    "no-pkce": { type: "boolean" },
    json: { type: "boolean" },
  },
  run: async (ctx, values) => {
    const name = textOf(values, "name");
    const redirectUris = textsOf(values, "redirect-uri");
    if (name === undefined || redirectUris.length === 0)
      throw new UsageError("client add needs --name and at least one --redirect-uri.");
    const method = clientAuthMethodSchema.safeParse(textOf(values, "auth-method") ?? "client_secret_basic");
    if (!method.success)
      throw new UsageError(`--auth-method must be one of: ${clientAuthMethodSchema.options.join(", ")}.`);
    if (values["no-pkce"] === true && method.data === "none")
      throw new UsageError("--no-pkce is for apps with a secret; without one PKCE is what protects them.");
    const id = textOf(values, "id");
    const added = await addClient(ctx, {
      ...(id === undefined ? {} : { id }),
      name,
      redirectUris,
      postLogoutRedirectUris: textsOf(values, "post-logout-redirect-uri"),
      tokenEndpointAuthMethod: method.data,
      firstParty: values["first-party"] === true,
      requirePkce: values["no-pkce"] !== true,
    });
    return values.json === true ? asJson(added) : asText(added, ctx.config.baseUrl);
  },
};

function asJson({ client, secret }: AddedClient): string {
  return JSON.stringify({ clientId: client.id, ...(secret === undefined ? {} : { clientSecret: secret }) });
}

function asText({ client, secret }: AddedClient, issuer: string): string {
  const lines = [
    `${client.name} can now sign its people in.`,
    "",
    `  Issuer         ${issuer}`,
    `  Client id      ${client.id}`,
    ...(secret === undefined ? [] : [`  Client secret  ${secret}`]),
    ...client.redirectUris.map(
      (uri, index) => `  ${index === 0 ? "Redirect URI   " : "               "}${uri}`,
    ),
  ];
  if (secret !== undefined) lines.push("", "The secret is not shown again: only its hash is kept.");
  return lines.join("\n");
}
