/** `latchkey keys list`, `keys rotate` and `keys revoke`: the keys that sign tokens. */
import { listSigningKeys } from "#lib/signing-keys/list-signing-keys.ts";
import { revokeSigningKey } from "#lib/signing-keys/revoke-signing-key.ts";
import { rotateSigningKeys } from "#lib/signing-keys/rotate-signing-keys.ts";
import { kidSchema, type SigningKey, signingAlgorithmSchema } from "#lib/signing-keys/schema.ts";
import { type Command, textOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";

const jsonOption = "[--json]  print a JSON array";

export const keysList: Command = {
  name: "keys list",
  summary: "Show the keys that sign tokens.",
  usage: [jsonOption],
  options: { json: { type: "boolean" } },
  run: async (ctx, values) => show(await listSigningKeys(ctx), values.json === true),
};

export const keysRotate: Command = {
  name: "keys rotate",
  summary: "Let the next keys take over before their time. Tokens signed so far stay good.",
  usage: [
    `[--algorithm ALG]  one of ${signingAlgorithmSchema.options.join(", ")}; all of them when absent`,
    jsonOption,
  ],
  options: { algorithm: { type: "string" }, json: { type: "boolean" } },
  run: async (ctx, values) => {
    const algorithm = signingAlgorithmSchema.optional().safeParse(textOf(values, "algorithm"));
    if (!algorithm.success)
      throw new UsageError(`--algorithm must be one of: ${signingAlgorithmSchema.options.join(", ")}.`);
    const keys = await rotateSigningKeys(ctx, { algorithm: algorithm.data });
    if (values.json === true) return show(keys, true);
    const waiting = keys.filter((key) => key.state === "active" && key.rotationRequestedAt !== null);
    const note =
      waiting.length === 0
        ? "The next keys sign from now on; every running instance follows within a minute."
        : "A next key that apps may not know yet takes over at the time below, by itself, while the server runs.";
    return `${note}\n\n${show(keys, false)}`;
  },
};

export const keysRevoke: Command = {
  name: "keys revoke",
  summary: "Withdraw a key that somebody else may have.",
  usage: [
    "--kid KID  the key, as keys list shows it. ID tokens and access tokens that it signed fail from the",
    "           moment that apps fetch the keys again (five minutes at most); people sign in anew there",
    jsonOption,
  ],
  options: { kid: { type: "string" }, json: { type: "boolean" } },
  run: async (ctx, values) => {
    const kid = kidSchema.safeParse(textOf(values, "kid"));
    if (!kid.success) throw new UsageError("keys revoke needs --kid, as keys list shows it.");
    const keys = await revokeSigningKey(ctx, { kid: kid.data });
    if (values.json === true) return show(keys, true);
    return [
      "The key is withdrawn. Every running instance follows within a minute, and apps within five more.",
      "Tokens that it signed are refused from then on.",
      "",
      show(keys, false),
    ].join("\n");
  },
};

function show(keys: readonly SigningKey[], json: boolean): string {
  if (json) return JSON.stringify(keys);
  if (keys.length === 0) return "There are no keys yet. The server makes them at its first start.";
  return keys
    .map((key) => `${key.algorithm.padEnd(6)} ${key.state.padEnd(9)} ${key.kid}  ${remark(key)}`)
    .join("\n");
}

function remark(key: SigningKey): string {
  if (key.revokedAt) return `revoked ${key.revokedAt.toISOString()}`;
  if (key.retiredAt) return `retired ${key.retiredAt.toISOString()}`;
  if (key.retiringAt) return `signed until ${key.retiringAt.toISOString()}`;
  if (key.signsFrom) return `can sign from ${key.signsFrom.toISOString()}`;
  return `signs since ${key.activatedAt?.toISOString() ?? "now"}${key.rotationRequestedAt ? ", to be replaced" : ""}`;
}
