/** Values of a JSON Schema by chance: such as it takes, and such as it nearly takes. */
import type { Random } from "./random.ts";

export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Ids and names of what there is, so that calls reach beyond "not found". */
export type Known = readonly string[];

const ordinary = [
  "a",
  "Ana",
  "ana@example.com",
  "https://app.example.com/cb",
  "openid",
  "sample-name",
  "2026-01-01",
  "#2a6f97",
  "de-CH",
  "Europe/Zurich",
] as const;

/** What parsers, databases and pages have stumbled over. */
const strange = [
  "",
  " ",
  "\u0000",
  "\ud800",
  "\u202e",
  "é",
  "👩‍👩‍👧",
  "' or 1=1 --",
  "%",
  "_",
  "\\",
  "../../etc/passwd",
  "<script>",
  "a".repeat(5000),
  "9".repeat(400),
  "null",
  "-1",
  "1e309",
  "0x1f",
  "[]",
  "__proto__",
] as const;

const deepest = 5;

export function makeValue(schema: Schema, random: Random, known: Known, depth = 0): unknown {
  if (random.chance(0.02)) return random.pick(strange);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return makeValue(random.pick(choices), random, known, depth);
  switch (schema.type) {
    case "object":
      return objectOf(schema, random, known, depth);
    case "array":
      return listOf(schema, random, known, depth);
    case "integer":
    case "number":
      return numberOf(schema, random);
    case "boolean":
      return random.chance(0.5);
    case "null":
      return null;
    default:
      return makeText(schema, random, known);
  }
}

function objectOf(schema: Schema, random: Random, known: Known, depth: number): Record<string, unknown> {
  const members = Object.entries(schema.properties ?? {}).filter(
    ([name]) => schema.required?.includes(name) || (depth < deepest && random.chance(0.3)),
  );
  return Object.fromEntries(
    members.map(([name, member]) => [name, makeValue(member, random, known, depth + 1)]),
  );
}

function listOf(schema: Schema, random: Random, known: Known, depth: number): unknown[] {
  const least = schema.minItems ?? 0;
  const length = depth < deepest ? least + random.below(3) : least;
  return Array.from({ length }, () => makeValue(schema.items ?? {}, random, known, depth + 1));
}

function numberOf({ minimum = -10, maximum = 1_000_000 }: Schema, random: Random): number {
  const [least, most] = [Math.max(minimum, -1e9), Math.min(maximum, 1e9)];
  if (random.chance(0.1)) return random.pick([least - 1, most + 1, 0.5, -0, 1e308, Number.MAX_SAFE_INTEGER]);
  return random.chance(0.3) ? random.pick([least, most]) : least + random.below(most - least + 1);
}

export function makeText(schema: Schema, random: Random, known: Known): string {
  if (random.chance(0.1)) return random.pick(strange);
  if (known.length > 0 && random.chance(0.5)) return random.pick(known);
  if (schema.format === "uuid") return crypto.randomUUID();
  const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, "u");
  const fitting = ordinary.filter((text) => pattern?.test(text) ?? true);
  return fitting.length > 0 ? random.pick(fitting) : random.pick(ordinary);
}
