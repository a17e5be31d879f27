/** `latchkey recovery-link` and `admin-link`: the way back in for whoever lost every passkey. */
import type { UserId } from "#drizzle/schema/ids.ts";
import { createRecoveryLink } from "#lib/accounts/recovery/links/create-recovery-link.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { User } from "#lib/users/schema.ts";
import { type Command, type OptionValues, textOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";
import { allUsers, named } from "./user.ts";

export const recoveryLink: Command = {
  name: "recovery-link",
  summary: "Print a link that opens a person's account once, to add a passkey. It ends earlier ones.",
  usage: [
    "--user EMAIL",
    "[--mail]  sends it to the person instead of printing it",
    "[--json]  print one JSON object",
  ],
  options: { user: { type: "string" }, mail: { type: "boolean" }, json: { type: "boolean" } },
  run: async (ctx, values) => {
    const { id } = await named(ctx, "recovery-link", values);
    return await makeLink(ctx, id as UserId, values);
  },
};

export const adminLink: Command = {
  name: "admin-link",
  summary: "Print a link by which an administrator who lost every passkey adds a new one.",
  usage: ["[--user EMAIL]  needed where there are several", "[--json]        print one JSON object"],
  options: { user: { type: "string" }, json: { type: "boolean" } },
  run: async (ctx, values) => {
    const { id } = await findAdministrator(ctx, values);
    return await makeLink(ctx, id as UserId, values);
  },
};

async function makeLink(ctx: Context, userId: UserId, values: OptionValues): Promise<string> {
  const { link, username, expiresAt } = await createRecoveryLink(ctx, { userId, mail: values.mail === true });
  if (values.json === true) return JSON.stringify({ username, expiresAt, ...(link ? { link } : {}) });
  return link ?? `A link was sent to ${username}.`;
}

/** @throws UsageError where it is not clear who is meant; DomainError CONFLICT where there is no administrator yet */
async function findAdministrator(ctx: Context, values: OptionValues): Promise<User> {
  if (textOf(values, "user") !== undefined) {
    const user = await named(ctx, "admin-link", values);
    if (user.role === "admin") return user;
    throw new UsageError(`'${user.username}' is no administrator. For other people there is recovery-link.`);
  }
  const administrators = (await allUsers(ctx)).filter(
    ({ role, status }) => role === "admin" && status === "active",
  );
  const [only] = administrators;
  if (!only)
    throw new DomainError("CONFLICT", {
      message: "There is no administrator yet. Make the first one with set-up-link.",
    });
  if (administrators.length === 1) return only;
  const names = administrators.map(({ username }) => `  ${username}`).join("\n");
  throw new UsageError(`There are several administrators. Name one with --user:\n${names}`);
}
