/** JSON Schema → a small value of it, for a reader to start from. */
import type { JsonSchema } from "../openapi/to-json-schema.ts";

const samples: Readonly<Record<string, string>> = {
  uuid: "019e5d2c-7a10-7c3e-9b1d-5f0a3c2e1d44",
  email: "ana@example.com",
  uri: "https://app.example.com",
  "date-time": "2026-06-01T12:00:00.000Z",
};

/** What must be there; of an object that asks for nothing, its first member. */
export function exampleOf(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const [choice] = ((schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined) ?? [];
  if (choice) return exampleOf(choice);
  switch (schema.type) {
    case "object":
      return exampleObject(schema);
    case "array":
      return Number(schema.minItems ?? 0) > 0 ? [exampleOf((schema.items as JsonSchema) ?? {})] : [];
    case "integer":
    case "number":
      return Math.max(Number(schema.minimum ?? 1), 1);
    case "boolean":
      return true;
    default:
      return samples[String(schema.format)] ?? "…";
  }
}

function exampleObject(schema: JsonSchema): Record<string, unknown> {
  const members = Object.entries((schema.properties as Record<string, JsonSchema> | undefined) ?? {});
  const required = (schema.required as readonly string[] | undefined) ?? [];
  const shown =
    required.length > 0 ? members.filter(([name]) => required.includes(name)) : members.slice(0, 1);
  return Object.fromEntries(shown.map(([name, member]) => [name, exampleOf(member)]));
}
