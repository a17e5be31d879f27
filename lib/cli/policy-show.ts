/** `latchkey policy show`: which authenticators may be used. */
import { getAttestationPolicy } from "#lib/passkeys/policy/get-attestation-policy.ts";
import type { Command } from "./command.ts";

export const policyShow: Command = {
  name: "policy show",
  summary: "Show which authenticators may be used, as JSON.",
  usage: [],
  options: {},
  run: async (ctx) => JSON.stringify(await getAttestationPolicy(ctx), null, 2),
};
