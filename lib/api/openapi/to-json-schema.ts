/** zod → JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
import { z } from "zod";
import { portablePattern } from "./portable-pattern.ts";

export type JsonSchema = Record<string, unknown>;

/** What callers send: before any transformation, unknown keys refused where the endpoint refuses them. */
export function inputSchema(schema: z.ZodType): JsonSchema {
  return convert(schema, "input");
}

/** What we answer: as JSON, and open to members that a later version adds. */
export function outputSchema(schema: z.ZodType): JsonSchema {
  return convert(schema, "output");
}

function convert(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...converted } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      // Instants travel as RFC 3339 text.
      if (zodSchema._zod.def.type === "date")
        Object.assign(jsonSchema, { type: "string", format: "date-time" });
      if (io === "output" && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
      // Immutable in our types; every member of an answer is, for whoever reads it.
      delete jsonSchema.readOnly;
      // Where a text has several patterns they are one below the other.
      for (const part of [jsonSchema, ...(jsonSchema.allOf ?? [])]) makePortable(part);
    },
  });
  return converted;
}

/** A pattern that other languages would read otherwise is left out: the server refuses what does not fit. */
function makePortable(schema: { pattern?: string | undefined }): void {
  if (schema.pattern === undefined) return;
  const pattern = portablePattern(schema.pattern);
  if (pattern === undefined) delete schema.pattern;
  else schema.pattern = pattern;
}
