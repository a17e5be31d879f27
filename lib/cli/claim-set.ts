/** `latchkey claim set`: adds a custom claim to a person or a group. */
import type { ClaimValue } from "#lib/groups/claims/schema.ts";
import { setCustomClaim } from "#lib/groups/claims/set-custom-claim.ts";
import { ownerOptions, ownerUsage, readOwner } from "./claim-options.ts";
import { type Command, type OptionValues, textOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export const claimSet: Command = {
  name: "claim set",
  summary: "Add a claim that apps learn of a person, or of everybody in a group.",
  usage: [
    ownerUsage,
    "--name NAME                  what apps see; none of the protocol's own",
    "--value TEXT | --json JSON   a text; or a number, true, false or a list of texts",
  ],
  options: {
    ...ownerOptions,
    name: { type: "string" },
    value: { type: "string" },
    json: { type: "string" },
  },
  run: async (ctx, values) => {
    const name = textOf(values, "name");
    if (name === undefined) throw new UsageError("claim set needs --name.");
    const value = readValue(values);
    const owner = await readOwner(ctx, values, "claim set");
    const changed = await setCustomClaim(ctx, { owner, name, value });
    return changed ? `${name} is ${JSON.stringify(value)} from now on.` : "It has this value already.";
  },
};

/** The operation checks what it is. */
function readValue(values: OptionValues): ClaimValue {
  const [text, json] = [textOf(values, "value"), textOf(values, "json")];
  if ((text === undefined) === (json === undefined))
    throw new UsageError("claim set needs either --value or --json.");
  if (json === undefined) return text ?? "";
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new UsageError("--json is not valid JSON.", { cause });
  }
}
