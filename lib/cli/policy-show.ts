/** `latchkey policy show`: which authenticators may be used. */
import {
  getAttestationPolicy,
  getGroupAttestationPolicy,
} from "#lib/passkeys/policy/get-attestation-policy.ts";
import type { Command } from "./command.ts";
import { readGroupOption } from "./group-options.ts";

export const policyShow: Command = {
  name: "policy show",
  summary: "Show which authenticators may be used, as JSON.",
  usage: ["[--group NAME]  what that group asks of its members besides; null: nothing"],
  options: { group: { type: "string" } },
  run: async (ctx, values) => {
    const group = await readGroupOption(ctx, values);
    const policy =
      group === undefined ? await getAttestationPolicy(ctx) : await getGroupAttestationPolicy(ctx, group);
    return JSON.stringify(policy, null, 2);
  },
};
