/** Values in what is pasted into a shell or a file: they stay one value, whatever they hold. */

/** One word of a POSIX shell. */
export function shellWord(value: string): string {
  return /^[A-Za-z0-9_./:@=-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

/** A string of JSON is one of YAML, too. */
export function yamlString(value: string): string {
  return JSON.stringify(value);
}

/** A command over several lines. */
export function command(words: readonly string[], options: readonly (readonly [string, string])[]): string {
  return [words.join(" "), ...options.map(([name, value]) => `  ${name} ${shellWord(value)}`)].join(" \\\n");
}

/** A name for the provider inside the app that its addresses can hold. */
export const providerName = "latchkey";
