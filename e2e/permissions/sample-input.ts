/** A smallest input that a schema takes, so that a call gets past the parsing and as far as the permission. */
import { z } from "zod";

interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
}

/** Texts that the rules of our fields are tried with. */
const texts = [
  "sample",
  "",
  "1",
  "nobody@example.com",
  "https://app.example.com",
  "2026-01-01",
  "#076966",
  "ee882879-721c-4913-9775-3dfcce97072a",
];

/**
 * `given` says members by their names, whether the schema asks for them or not.
 * @throws Error when what comes out is not taken: then the table has to say more
 */
export function sampleInput(schema: z.ZodType, given: Readonly<Record<string, unknown>>): unknown {
  const described = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
  const sample = sampleOf(described, given);
  const parsed = schema.safeParse(sample);
  if (!parsed.success)
    throw new Error(`say its input in the table: ${JSON.stringify(sample)} ${parsed.error.message}`);
  return sample;
}

function sampleOf(schema: JsonSchema, given: Readonly<Record<string, unknown>>): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sampleOf(schema.anyOf[0] ?? {}, given);
  if (schema.allOf) return sampleOf(Object.assign({}, ...schema.allOf), given);
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
          if (name in given) return [[name, given[name]]];
          return schema.required?.includes(name) ? [[name, sampleOf(member, given)]] : [];
        }),
      );
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, given));
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 1, 1);
    case "boolean":
      return false;
    default:
      return sampleText(schema);
  }
}

function sampleText({ format, pattern }: JsonSchema): string {
  if (format === "uuid") return crypto.randomUUID();
  if (format === "email") return "nobody@example.com";
  if (pattern === undefined) return "1";
  return texts.find((text) => new RegExp(pattern, "u").test(text)) ?? "sample";
}
