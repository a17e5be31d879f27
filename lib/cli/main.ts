/** `npm run latchkey -- …`: what operators do from a shell. Exit codes: 0 done, 1 refused, 2 not understood, 3 differs. */
import { errorTable } from "#lib/errors/codes.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { commands, helpText } from "./commands.ts";
import { withProgram } from "./open-program.ts";
import { parseCommand } from "./parse-command.ts";
import { UsageError } from "./usage-error.ts";

async function main(words: readonly string[]): Promise<void> {
  const call = parseCommand(commands, words);
  if (!call) {
    process.stdout.write(`${helpText()}\n`);
    return;
  }
  const outcome = await withProgram((ctx) => call.command.run(ctx, call.values));
  const { text, exitCode } = typeof outcome === "string" ? { text: outcome, exitCode: 0 } : outcome;
  process.stdout.write(`${text}\n`);
  process.exitCode = exitCode;
}

/** One line for the problem and one for each thing to do; a stack only for what nobody foresaw. */
function explain(error: unknown): { readonly text: string; readonly exitCode: 1 | 2 } {
  if (error instanceof UsageError)
    return { text: `${error.message}\nSee: npm run latchkey -- help`, exitCode: 2 };
  if (error instanceof StartupError)
    return {
      text: [error.message, ...error.remedies.map((remedy) => `  ${remedy}`)].join("\n"),
      exitCode: 1,
    };
  if (error instanceof DomainError) {
    const fields = (error.fields ?? []).map((field) => `  ${field.path}: ${field.message}`);
    return {
      text: [error.publicMessage ?? errorTable[error.code].message, ...fields].join("\n"),
      exitCode: 1,
    };
  }
  return { text: error instanceof Error ? (error.stack ?? error.message) : String(error), exitCode: 1 };
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const { text, exitCode } = explain(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = exitCode;
}
