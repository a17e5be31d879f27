/** `latchkey registration-token add`, `… list`, `… remove`: by which apps may register themselves. */
import { addRegistrationToken } from "#lib/oidc/registration/add-registration-token.ts";
import {
  listRegistrationTokens,
  removeRegistrationTokens,
} from "#lib/oidc/registration/manage-registration-tokens.ts";
import { newRegistrationTokenSchema } from "#lib/oidc/registration/schema.ts";
import { type Command, requiredTextOf, textOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";

const week = 7 * 86_400;

export const registrationTokenAdd: Command = {
  name: "registration-token add",
  summary: "Make a token by which apps register themselves (DYNAMIC_REGISTRATION must be token or open).",
  usage: [
    "[--name NAME]        to find it again (apps)",
    "[--uses N]           how many apps; without, any number",
    "[--expires SECONDS]  it works that long (a week)",
    "[--json]             print one JSON object",
  ],
  options: {
    name: { type: "string" },
    uses: { type: "string" },
    expires: { type: "string" },
    json: { type: "boolean" },
  },
  run: async (ctx, values) => {
    const uses = textOf(values, "uses");
    const parsed = newRegistrationTokenSchema.safeParse({
      name: textOf(values, "name") ?? "apps",
      ...(uses === undefined ? {} : { uses: Number(uses) }),
      expiresInSeconds: Number(textOf(values, "expires") ?? week),
    });
    if (!parsed.success) throw new UsageError("--uses and --expires must be whole numbers above zero.");
    const { token, expiresAt } = await addRegistrationToken(ctx, parsed.data);
    if (values.json === true) return JSON.stringify({ token, expiresAt });
    return [
      `  Token  ${token}`,
      `  Until  ${expiresAt.toISOString()}`,
      "",
      "It is not shown again: only its hash is kept. Apps send it as Bearer to /oauth/register.",
    ].join("\n");
  },
};

export const registrationTokenList: Command = {
  name: "registration-token list",
  summary: "Show by which tokens apps may register.",
  usage: ["[--json]  print a JSON array"],
  options: { json: { type: "boolean" } },
  run: async (ctx, values) => {
    const tokens = await listRegistrationTokens(ctx);
    if (values.json === true) return JSON.stringify(tokens);
    if (tokens.length === 0) return "There is none.";
    return tokens
      .map(
        ({ name, remainingUses, expiresAt }) =>
          `${name}  uses left: ${remainingUses ?? "any"}  until ${expiresAt.toISOString()}`,
      )
      .join("\n");
  },
};

export const registrationTokenRemove: Command = {
  name: "registration-token remove",
  summary: "Take the tokens of a name away. Apps that registered with them stay.",
  usage: ["--name NAME"],
  options: { name: { type: "string" } },
  run: async (ctx, values) => {
    const name = requiredTextOf("registration-token remove", values, "name");
    return `Removed: ${await removeRegistrationTokens(ctx, name)}.`;
  },
};
