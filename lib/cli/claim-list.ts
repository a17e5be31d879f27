/** `latchkey claim list`: the custom claims of a person or a group. */
import { listCustomClaims } from "#lib/groups/claims/list-custom-claims.ts";
import { ownerOptions, ownerUsage, readOwner } from "./claim-options.ts";
import type { Command } from "./command.ts";

export const claimList: Command = {
  name: "claim list",
  summary: "Show the claims that were added to a person or a group, as JSON.",
  usage: [ownerUsage],
  options: ownerOptions,
  run: async (ctx, values) => {
    const claims = await listCustomClaims(ctx, await readOwner(ctx, values, "claim list"));
    return JSON.stringify(Object.fromEntries(claims.map(({ name, value }) => [name, value])), null, 2);
  },
};
