/** What an event says was before and after, in whichever of the catalogue's ways it says so → field by field. */

export interface Change {
  /** Undefined where the act has one value only, such as a role. */
  readonly field: string | undefined;
  /** Undefined where there was, or is, nothing. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

type Fields = ReadonlyMap<string, string>;

export function readChanges({ before, after }: Readonly<Record<string, unknown>>): Change[] {
  if (before === undefined && after === undefined) return [];
  const [left, right] = [readFields(before), readFields(after)];
  if (!left || !right) return [{ field: undefined, before: tell(before), after: tell(after) }];
  return [...new Set([...left.keys(), ...right.keys()])].map((field) => ({
    field,
    before: left.get(field),
    after: right.get(field),
  }));
}

/** An object as JSON, or a list of lines "field: JSON"; undefined for anything else. Nothing is no fields. */
function readFields(value: unknown): Fields | undefined {
  if (value === undefined || value === null) return new Map();
  if (Array.isArray(value)) return readLines(value);
  if (typeof value !== "string" || !value.startsWith("{")) return undefined;
  const read = parse(value);
  return typeof read === "object" && read !== null
    ? new Map(
        Object.entries(read).flatMap(([name, member]) => {
          const told = tell(member);
          return told === undefined ? [] : [[name, told] as const];
        }),
      )
    : undefined;
}

function readLines(lines: readonly unknown[]): Fields | undefined {
  if (lines.length === 0) return undefined;
  const fields = lines.map((line) => /^(\w+): (.*)$/s.exec(String(line)));
  if (fields.some((field) => field === null)) return undefined;
  return new Map(
    fields.flatMap((field) => {
      const [, name = "", text = ""] = field ?? [];
      const value = parse(text);
      const told = value === undefined ? text : tell(value);
      return told === undefined ? [] : [[name, told] as const];
    }),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A long value was cut off: it stands as it is.
    return undefined;
  }
}

function tell(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((part) => typeof part === "string")) return value.join("\n");
  return JSON.stringify(value);
}
