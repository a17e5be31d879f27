/** `latchkey policy clear`: asks nothing of authenticators any more. */
import { clearAttestationPolicy } from "#lib/passkeys/policy/set-attestation-policy.ts";
import type { Command } from "./command.ts";
import { readGroupOption } from "./group-options.ts";

export const policyClear: Command = {
  name: "policy clear",
  summary: "Allow every authenticator again.",
  usage: ["[--group NAME]  take away that group's own policy alone"],
  options: { group: { type: "string" } },
  run: async (ctx, values) => {
    const group = await readGroupOption(ctx, values);
    await clearAttestationPolicy(ctx, { group });
    return group === undefined
      ? "Every authenticator is allowed, but for members of groups that have a policy."
      : "The group's members are under the policy for everybody alone.";
  },
};
