/** A file of JSON that a command is given. */
import { readFile } from "node:fs/promises";
import { UsageError } from "./usage-error.ts";

/** @throws UsageError when it cannot be read, or holds something else */
export async function readJsonFile(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`${file} cannot be read as JSON: ${why}.`, { cause });
  }
}

/** The same for an object. */
export async function readJsonObject(file: string): Promise<Record<string, unknown>> {
  const value = await readJsonFile(file);
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new UsageError(`${file} must hold a JSON object.`);
}
