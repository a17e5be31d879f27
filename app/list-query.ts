/** What a list's address asks for; what makes no sense there is left out, as if it had not been written. */
import type { z } from "zod";
import type { SearchParams } from "./search-params.ts";

/** `schema` must take an empty object. */
export async function listQuery<S extends z.ZodType>(
  schema: S,
  searchParams: SearchParams,
): Promise<z.infer<S>> {
  const given = Object.entries(await searchParams).filter(([, value]) => typeof value === "string");
  const kept: Record<string, unknown> = {};
  for (const [name, value] of given) if (schema.safeParse({ [name]: value }).success) kept[name] = value;
  return schema.parse(kept);
}
