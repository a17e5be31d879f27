/** `latchkey client add`: registers an app and shows its credentials once. */
import { type AddedClient, addClient } from "#lib/clients/add-client.ts";
import { clientAuthMethodSchema, type NewClient } from "#lib/clients/schema.ts";
import { type Command, type OptionValues, textOf, textsOf } from "./command.ts";
import { readJsonObject } from "./read-json-file.ts";
import { UsageError } from "./usage-error.ts";

export const clientAdd: Command = {
  name: "client add",
  summary: "Register an app that signs its people in here.",
  usage: [
    "--name NAME                       what people see when they are asked for consent",
    "--redirect-uri URI                where answers go, exactly; repeatable. Not for apps without people",
    "[--post-logout-redirect-uri URI]  where to go after signing out; repeatable",
    "[--id ID]                         its client id; made up when absent",
    `[--auth-method METHOD]            ${clientAuthMethodSchema.options.join(", ")}`,
    "                                  (client_secret_basic; none for apps that cannot keep a secret)",
    "[--first-party]                   an app of yours: people are not asked for consent",
    "[--no-pkce]                       for apps with a secret that do not know PKCE",
    "[--grant-type TYPE]               authorization_code, refresh_token, client_credentials, …; repeatable",
    "[--response-type TYPE]            code, or an older one; repeatable",
    "[--jwks-uri URI]                  where its public keys are, for private_key_jwt",
    "[--backchannel-logout-uri URI]    is told when a session ends",
    "[--frontchannel-logout-uri URI]   is opened in a frame when a person signs out",
    "[--fapi2]                         hold it to the FAPI 2.0 Security Profile",
    "[--file FILE]                     a JSON object with any further member, named as in docs/apps.md",
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
    "grant-type": { type: "string", multiple: true },
    "response-type": { type: "string", multiple: true },
    "jwks-uri": { type: "string" },
    "backchannel-logout-uri": { type: "string" },
    "frontchannel-logout-uri": { type: "string" },
    fapi2: { type: "boolean" },
    file: { type: "string" },
    json: { type: "boolean" },
  },
  run: async (ctx, values) => {
    const added = await addClient(ctx, await readNewClient(values));
    return values.json === true ? asJson(added) : asText(added, ctx.config.baseUrl);
  },
};

/** The flags over the file: what addClient makes of it, it tells by member. */
async function readNewClient(values: OptionValues): Promise<NewClient> {
  const file = textOf(values, "file");
  const fromFile = file === undefined ? {} : await readJsonObject(file);
  const grantTypes = textsOf(values, "grant-type");
  const responseTypes = textsOf(values, "response-type");
  const redirectUris = textsOf(values, "redirect-uri");
  const input: Record<string, unknown> = {
    ...(values.fapi2 === true ? { securityProfile: "fapi2" } : {}),
    ...(grantTypes.length > 0 ? { grantTypes } : {}),
    ...(responseTypes.length > 0 ? { responseTypes } : {}),
    ...given(values, {
      id: "id",
      name: "name",
      tokenEndpointAuthMethod: "auth-method",
      jwksUri: "jwks-uri",
      backchannelLogoutUri: "backchannel-logout-uri",
      frontchannelLogoutUri: "frontchannel-logout-uri",
    }),
    ...(redirectUris.length > 0 ? { redirectUris } : {}),
    ...(values["first-party"] === true ? { firstParty: true } : {}),
    ...(values["no-pkce"] === true ? { requirePkce: false } : {}),
  };
  const postLogoutRedirectUris = textsOf(values, "post-logout-redirect-uri");
  if (postLogoutRedirectUris.length > 0) input.postLogoutRedirectUris = postLogoutRedirectUris;
  const whole = { ...fromFile, ...input };
  checkFlags(values, whole);
  return whole as NewClient;
}

function given(values: OptionValues, names: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(names).flatMap(([member, flag]) => {
    const text = textOf(values, flag);
    return text === undefined ? [] : [[member, text] as const];
  });
  return Object.fromEntries(entries);
}

function checkFlags(values: OptionValues, whole: Readonly<Record<string, unknown>>): void {
  const needsAddress = whole.grantTypes === undefined && whole.redirectUris === undefined;
  if (whole.name === undefined || needsAddress)
    throw new UsageError("client add needs --name and at least one --redirect-uri.");
  const method = whole.tokenEndpointAuthMethod;
  if (method !== undefined && !clientAuthMethodSchema.safeParse(method).success)
    throw new UsageError(`--auth-method must be one of: ${clientAuthMethodSchema.options.join(", ")}.`);
  if (values["no-pkce"] === true && method === "none")
    throw new UsageError("--no-pkce is for apps with a secret; without one PKCE is what protects them.");
}

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
