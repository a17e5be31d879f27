/** `latchkey api-key add`, `… list`, `… revoke`: by which programs use the administrators' API. */
import type { ApiKeyId } from "#drizzle/schema/ids.ts";
import { createApiKey } from "#lib/api-keys/create-api-key.ts";
import { listApiKeys } from "#lib/api-keys/list-api-keys.ts";
import { revokeApiKey } from "#lib/api-keys/revoke-api-key.ts";
import { newApiKeySchema } from "#lib/api-keys/schema.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { findUserByUsername } from "#lib/users/store.ts";
import { type Command, requiredTextOf, textOf, textsOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export const apiKeyAdd: Command = {
  name: "api-key add",
  summary: "Make a key for the administrators' API. It acts for a person, and is not shown again.",
  usage: [
    "--user EMAIL           the administrator whose authority it has",
    "--name NAME            what it is for",
    "--scope PERMISSION     such as users.read; repeatable",
    "[--expires-days DAYS]  it works that long (90, at most 366)",
    "[--json]               print one JSON object",
  ],
  options: {
    user: { type: "string" },
    name: { type: "string" },
    scope: { type: "string", multiple: true },
    "expires-days": { type: "string" },
    json: { type: "boolean" },
  },
  run: async (ctx, values) => {
    const maker = await findUserByUsername(ctx.db, requiredTextOf("api-key add", values, "user"));
    if (!maker) throw new DomainError("USER_NOT_FOUND");
    const days = textOf(values, "expires-days");
    const input = newApiKeySchema.safeParse({
      name: requiredTextOf("api-key add", values, "name"),
      scopes: textsOf(values, "scope"),
      ...(days === undefined ? {} : { expiresInDays: Number(days) }),
    });
    if (!input.success)
      throw new UsageError(
        input.error.issues.map(({ path, message }) => `--${optionOf(path[0])}: ${message}`).join("\n"),
      );
    const { key, apiKey } = await createApiKey(ctx, input.data, maker.id);
    if (values.json === true) return JSON.stringify({ key, id: apiKey.id, expiresAt: apiKey.expiresAt });
    return [
      `  Key    ${key}`,
      `  Until  ${apiKey.expiresAt.toISOString()}`,
      "",
      "It is not shown again: only its hash is kept. Programs send it as Bearer to /api/v1/admin/….",
    ].join("\n");
  },
};

function optionOf(path: PropertyKey | undefined): string {
  if (path === "scopes") return "scope";
  return path === "expiresInDays" ? "expires-days" : String(path);
}

export const apiKeyList: Command = {
  name: "api-key list",
  summary: "Show the keys of the administrators' API.",
  usage: ["[--json]  print a JSON array"],
  options: { json: { type: "boolean" } },
  run: async (ctx, values) => {
    const keys = await listApiKeys(ctx);
    if (values.json === true) return JSON.stringify(keys);
    if (keys.length === 0) return "There is none.";
    return keys
      .map(
        ({ id, hint, name, state, scopes, expiresAt }) =>
          `${id}  ${hint}…  ${name}  ${state}  ${scopes.join(",")}  until ${expiresAt.toISOString()}`,
      )
      .join("\n");
  },
};

export const apiKeyRevoke: Command = {
  name: "api-key revoke",
  summary: "End a key at once.",
  usage: ["--id ID"],
  options: { id: { type: "string" } },
  run: async (ctx, values) => {
    const id = requiredTextOf("api-key revoke", values, "id");
    if (!/^[0-9a-f-]{36}$/i.test(id)) throw new UsageError("--id must be an id that api-key list shows.");
    await revokeApiKey(ctx, id.toLowerCase() as ApiKeyId);
    return "Ended.";
  },
};
