/** `latchkey client secret add` and `client secret remove`: changing an app's secret without a gap. */
import { newSecretSchema } from "#lib/clients/schema.ts";
import { addClientSecret } from "#lib/clients/secrets/add-client-secret.ts";
import { removeClientSecret } from "#lib/clients/secrets/remove-client-secret.ts";
import { type Command, type OptionValues, requiredTextOf, textOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export const clientSecretAdd: Command = {
  name: "client secret add",
  summary: "Give an app a further secret.",
  usage: [
    "--id ID",
    "[--expires SECONDS]         it works that long; without, for ever",
    "[--others-expire SECONDS]   the present ones work that long yet",
    "[--json]                    print one JSON object",
  ],
  options: {
    id: { type: "string" },
    expires: { type: "string" },
    "others-expire": { type: "string" },
    json: { type: "boolean" },
  },
  run: async (ctx, values) => {
    const clientId = requiredTextOf("client secret add", values, "id");
    const parsed = newSecretSchema.safeParse({
      ...secondsOf(values, "expires", "expiresInSeconds"),
      ...secondsOf(values, "others-expire", "othersExpireInSeconds"),
    });
    if (!parsed.success)
      throw new UsageError("--expires and --others-expire must be whole numbers of seconds.");
    const added = await addClientSecret(ctx, { clientId, ...parsed.data });
    if (values.json === true) return JSON.stringify({ secretId: added.id, clientSecret: added.secret });
    return [
      `  Secret id      ${added.id}`,
      `  Client secret  ${added.secret}`,
      ...(added.expiresAt === null ? [] : [`  Until          ${added.expiresAt.toISOString()}`]),
      "",
      "The secret is not shown again: only its hash is kept.",
    ].join("\n");
  },
};

export const clientSecretRemove: Command = {
  name: "client secret remove",
  summary: "Take a secret of an app away.",
  usage: ["--id ID", "--secret-id ID  as shown when it was added"],
  options: { id: { type: "string" }, "secret-id": { type: "string" } },
  run: async (ctx, values) => {
    const clientId = requiredTextOf("client secret remove", values, "id");
    const secretId = requiredTextOf("client secret remove", values, "secret-id");
    if (!/^[0-9a-f-]{36}$/.test(secretId)) throw new UsageError("--secret-id must be the id of a secret.");
    await removeClientSecret(ctx, { clientId, secretId });
    return "The secret is removed.";
  },
};

function secondsOf(values: OptionValues, flag: string, member: string): Record<string, number> {
  const text = textOf(values, flag);
  return text === undefined ? {} : { [member]: Number(text) };
}
