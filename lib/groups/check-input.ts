/** Whoever calls an operation, its input is read by the room's schema. */
import type { z } from "zod";
import { DomainError } from "#lib/errors/domain-error.ts";
import { fieldProblems } from "#lib/errors/field-problems.ts";

/** @throws DomainError VALIDATION_ERROR that lists every field */
export function checkInput<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new DomainError("VALIDATION_ERROR", { fields: fieldProblems(parsed.error) });
}
