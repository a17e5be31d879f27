/** `latchkey claim remove`: takes a custom claim away from a person or a group. */
import { removeCustomClaim } from "#lib/groups/claims/remove-custom-claim.ts";
import { ownerOptions, ownerUsage, readOwner } from "./claim-options.ts";
import { type Command, textOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export const claimRemove: Command = {
  name: "claim remove",
  summary: "Take away a claim that was added to a person or a group.",
  usage: [ownerUsage, "--name NAME"],
  options: { ...ownerOptions, name: { type: "string" } },
  run: async (ctx, values) => {
    const name = textOf(values, "name");
    if (name === undefined) throw new UsageError("claim remove needs --name.");
    const owner = await readOwner(ctx, values, "claim remove");
    return (await removeCustomClaim(ctx, { owner, name })) ? `${name} is gone.` : "There is no such claim.";
  },
};
