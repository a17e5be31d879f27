/** `latchkey set-up-link`: a new link for whoever becomes the first administrator. */
import { createSetUpLink } from "#lib/accounts/create-set-up-link.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { Command } from "./command.ts";

export const setUpLink: Command = {
  name: "set-up-link",
  summary: "Print a one-time link that makes the first administrator.",
  usage: [],
  options: {},
  run: async (ctx) => {
    const link = await createSetUpLink(ctx);
    if (!link)
      throw new DomainError("CONFLICT", {
        message: "There is an administrator already, who can sign in with a passkey.",
      });
    return `${ctx.config.baseUrl}/set-up?token=${link.token}`;
  },
};
