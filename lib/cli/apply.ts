/** `latchkey apply`: brings apps, groups and settings to what a file says. */
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { applyConfiguration } from "#lib/apply/apply-configuration.ts";
import { ConfigurationError, type ProblemPath } from "#lib/apply/configuration-error.ts";
import { type ReadConfiguration, readConfiguration } from "#lib/apply/read-configuration.ts";
import type { Change, ClientEntry } from "#lib/apply/schema.ts";
import { readEnvironment } from "#lib/config/load-config.ts";
import { type Command, type CommandOutcome, textOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";

/** What a dry run that found something ends with, so that a script can tell. */
const differs = 3;

export const apply: Command<CommandOutcome> = {
  name: "apply",
  summary: "Bring apps, groups and settings to what a YAML file says; the rest stays. See docs/apply.md.",
  usage: [
    "--file FILE, -f FILE",
    "[--dry-run]  tell the differences and change nothing; exit code 3 when there are any",
    "[--json]     print the changes as one JSON object",
  ],
  options: {
    file: { type: "string", short: "f" },
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
  },
  run: async (ctx, values) => {
    const file = textOf(values, "file");
    if (file === undefined) throw new UsageError("apply needs --file.");
    const dryRun = values["dry-run"] === true;
    let read: ReadConfiguration | undefined;
    try {
      read = readConfiguration(await textOfFile(file));
      const readSecret = (entry: ClientEntry, index: number) => secretOf(file, entry, index);
      const changes = await applyConfiguration(ctx, {
        configuration: read.configuration,
        readSecret,
        dryRun,
      });
      const exitCode = dryRun && changes.length > 0 ? differs : 0;
      const text =
        values.json === true
          ? JSON.stringify({ dryRun, changes: shown(changes, dryRun) })
          : tell(changes, dryRun);
      return { text, exitCode };
    } catch (error) {
      throw error instanceof ConfigurationError ? explained(file, error, read) : error;
    }
  },
};

async function textOfFile(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new UsageError(`${file} cannot be read: ${cause instanceof Error ? cause.message : cause}.`, {
      cause,
    });
  }
}

async function secretOf(file: string, entry: ClientEntry, index: number): Promise<string | undefined> {
  const refuse = (member: string, message: string) =>
    new ConfigurationError([{ path: ["clients", index, member], message }]);
  if (entry.secretEnv !== undefined) {
    const value = readEnvironment()[entry.secretEnv];
    if (value === undefined || value === "") throw refuse("secretEnv", `${entry.secretEnv} is not set`);
    return value;
  }
  if (entry.secretFile === undefined) return undefined;
  const path = resolve(dirname(file), entry.secretFile);
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (cause) {
    throw refuse("secretFile", `cannot be read: ${cause instanceof Error ? cause.message : cause}`);
  }
}

/** `latchkey.yaml:12: clients[0].redirectUris[1] must be …`, one line for each. */
function explained(file: string, error: ConfigurationError, read: ReadConfiguration | undefined): UsageError {
  const lineOf = read?.lineOf ?? (error as { lineOf?: ReadConfiguration["lineOf"] }).lineOf;
  const lines = error.problems.map(({ path, message }) =>
    path.length === 0 ? `${file}: ${message}` : `${file}:${lineOf?.(path) ?? 1}: ${written(path)} ${message}`,
  );
  return new UsageError(lines.join("\n"), { cause: error });
}

function written(path: ProblemPath): string {
  return path
    .map((segment, index) =>
      typeof segment === "number" ? `[${segment}]` : index > 0 ? `.${segment}` : segment,
    )
    .join("");
}

/** A dry run's secrets are none: they are gone with it. */
function shown(changes: readonly Change[], dryRun: boolean): readonly Change[] {
  return dryRun ? changes.map(({ act, what, lines }) => ({ act, what, lines })) : changes;
}

const signs = { add: "+", change: "~", remove: "-" } as const;

function tell(changes: readonly Change[], dryRun: boolean): string {
  if (changes.length === 0) return "Everything is as the file says.";
  const told = shown(changes, dryRun).map(({ act, what, lines, secret }) =>
    [
      `${signs[act]} ${what}`,
      ...lines.map((line) => `    ${line}`),
      ...(secret === undefined ? [] : [`    secret, shown this once: ${secret}`]),
    ].join("\n"),
  );
  const count = (act: Change["act"]) => changes.filter((change) => change.act === act).length;
  const sum = `${count("add")} added, ${count("change")} changed, ${count("remove")} removed.`;
  return [...told, "", dryRun ? `${sum} Nothing of it was kept: this was a dry run.` : sum].join("\n");
}
