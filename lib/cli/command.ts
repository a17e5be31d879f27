/** What a command of the command line is. */
import type { ParseArgsOptionsConfig } from "node:util";
import type { Context } from "#lib/context/context.ts";
import { UsageError } from "./usage-error.ts";

export interface Command<R extends string | CommandOutcome = string> {
  /** The words that call it, such as `client add`. */
  readonly name: string;
  /** What follows the words, as the help shows it. */
  readonly usage: readonly string[];
  /** One line, imperative. */
  readonly summary: string;
  readonly options: ParseArgsOptionsConfig;
  /** Returns what to print. `values` hold what `options` declare. */
  readonly run: (ctx: Context, values: OptionValues) => Promise<R>;
}

export type AnyCommand = Command<string | CommandOutcome>;

export interface CommandOutcome {
  readonly text: string;
  /** Where there is more to say than "done". */
  readonly exitCode: number;
}

export type OptionValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>;

/** The text given for `--name`, or undefined. */
export function textOf(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** Every text given for a repeatable `--name`. */
export function textsOf(values: OptionValues, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** The text given for `--name`. @throws UsageError when there is none */
export function requiredTextOf(command: string, values: OptionValues, name: string): string {
  const text = textOf(values, name);
  if (text === undefined) throw new UsageError(`${command} needs --${name}.`);
  return text;
}
