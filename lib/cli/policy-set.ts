/** `latchkey policy set`: says which authenticators may be used. */
import { attestationFormats } from "#lib/passkeys/policy/schema.ts";
import { setAttestationPolicy } from "#lib/passkeys/policy/set-attestation-policy.ts";
import { type Command, textOf } from "./command.ts";
import { readGroupOption } from "./group-options.ts";
import { readJsonFile } from "./read-json-file.ts";
import { UsageError } from "./usage-error.ts";

export const policySet: Command = {
  name: "policy set",
  summary: "Say which authenticators may be used, for new passkeys and at every sign-in from now on.",
  usage: [
    "[--group NAME]  for the members of that group, besides what holds for everybody",
    "--file FILE     a JSON object; a rule that is left out is not asked:",
    `                "formats": a list of ${attestationFormats.join(", ")}`,
    '                "trustedOnly", "deviceBoundOnly", "requireUserVerification": true or false',
    '                "allowAaguids", "denyAaguids": lists of models',
  ],
  options: { file: { type: "string" }, group: { type: "string" } },
  run: async (ctx, values) => {
    const file = textOf(values, "file");
    if (file === undefined) throw new UsageError("policy set needs --file.");
    const group = await readGroupOption(ctx, values);
    const policy = await setAttestationPolicy(ctx, await readJsonFile(file), { group });
    return `This holds from now on:\n${JSON.stringify(policy, null, 2)}`;
  },
};
