/** The words on the command line → a command and its options, or a UsageError that says what is wrong. */
import { parseArgs } from "node:util";
import type { AnyCommand, OptionValues } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export interface Call {
  readonly command: AnyCommand;
  readonly values: OptionValues;
}

/** Undefined when help was asked for. @throws UsageError for unknown commands, options and leftovers. */
export function parseCommand(commands: readonly AnyCommand[], words: readonly string[]): Call | undefined {
  const [first] = words;
  if (first === undefined || first === "help" || words.includes("--help") || words.includes("-h"))
    return undefined;
  const command = commands.find(({ name }) => isCalled(name.split(" "), words));
  if (!command) {
    const typed = words.filter((word) => !word.startsWith("-")).slice(0, 2);
    throw new UsageError(`There is no command '${typed.join(" ") || first}'.`);
  }
  try {
    const { values } = parseArgs({
      args: words.slice(command.name.split(" ").length),
      options: command.options,
      allowPositionals: false,
      strict: true,
    });
    return { command, values };
  } catch (cause) {
    throw new UsageError(`${command.name}: ${firstSentence(cause)}`, { cause });
  }
}

function isCalled(name: readonly string[], words: readonly string[]): boolean {
  return name.every((word, index) => words[index] === word);
}

function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.split(/\. |\n/)[0]?.replace(/\.$/, "")}.`;
}
