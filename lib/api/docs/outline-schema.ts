/** JSON Schema → the lines by which a reader is told what an object holds. */
import type { JsonSchema } from "../openapi/to-json-schema.ts";
import type { ApiField } from "./schema.ts";

const deepest = 4;

/** The members of an object, of the objects of a list, or of any of several kinds of objects. */
export function outlineSchema(schema: JsonSchema, depth = 0): ApiField[] {
  if (depth > deepest) return [];
  return objectsIn(schema).flatMap((object) => {
    const required = (object.required as readonly string[] | undefined) ?? [];
    return Object.entries((object.properties as Record<string, JsonSchema> | undefined) ?? {}).flatMap(
      ([name, member]) => [
        {
          name,
          depth,
          type: typeOf(member),
          required: required.includes(name),
          description: descriptionOf(member),
        },
        ...outlineSchema(member, depth + 1),
      ],
    );
  });
}

function objectsIn(schema: JsonSchema): JsonSchema[] {
  if (schema.properties) return [schema];
  if (schema.items) return objectsIn(schema.items as JsonSchema);
  return choicesOf(schema).flatMap(objectsIn);
}

function choicesOf({ anyOf, oneOf }: JsonSchema): JsonSchema[] {
  return ((anyOf ?? oneOf) as JsonSchema[] | undefined) ?? [];
}

/** In words of JSON Schema: `string (uuid)`, `array of object`, `"a" | "b"`, `integer 1–200`. */
export function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = choicesOf(schema);
  if (choices.length > 0) return [...new Set(choices.map(typeOf))].join(" | ");
  if (Array.isArray(schema.allOf)) return typeOf(Object.assign({}, ...schema.allOf));
  if (schema.type === "array") return `array of ${typeOf((schema.items as JsonSchema | undefined) ?? {})}`;
  const format = typeof schema.format === "string" ? ` (${schema.format})` : "";
  return `${String(schema.type ?? "any")}${format}${boundsOf(schema)}`;
}

/** Bounds that somebody set; those of every integer say nothing. */
function boundsOf({ minimum, maximum, minLength, maxLength }: JsonSchema): string {
  const [least, most] = [minimum ?? minLength, maximum ?? maxLength].map((bound) =>
    typeof bound === "number" && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined,
  );
  if (least === undefined && most === undefined) return "";
  return least === undefined ? ` ≤ ${most}` : most === undefined ? ` ≥ ${least}` : ` ${least}–${most}`;
}

function descriptionOf(schema: JsonSchema): string {
  return typeof schema.description === "string" ? schema.description : "";
}
