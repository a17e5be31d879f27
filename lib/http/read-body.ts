/** Reads request bodies within a limit and refuses what PostgreSQL could not store. */
import type { z } from "zod";
import { DomainError } from "#lib/errors/domain-error.ts";
import { fieldProblems } from "#lib/errors/field-problems.ts";

export const maxBodyBytes = 64 * 1024;

/**
 * A JSON body that fits `schema`; unknown keys are refused by name where the schema is strict.
 * @throws DomainError UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, INVALID_REQUEST, VALIDATION_ERROR
 */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.infer<S>> {
  if (mediaType(request) !== "application/json") {
    throw new DomainError("UNSUPPORTED_MEDIA_TYPE", { message: "Send the body as application/json." });
  }
  const text = await readText(request);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new DomainError("INVALID_REQUEST", { message: "The body is not valid JSON.", cause });
  }
  if (text.includes("\\u0000")) {
    throw new DomainError("INVALID_REQUEST", { message: "The body holds a NUL character." });
  }
  return parseInput(schema, value);
}

/** The value as `schema` reads it. @throws DomainError VALIDATION_ERROR that lists every field. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DomainError("VALIDATION_ERROR", { fields: fieldProblems(parsed.error) });
}

/** The body as text, at most 64 KiB. @throws DomainError PAYLOAD_TOO_LARGE, INVALID_REQUEST */
export async function readText(request: Request): Promise<string> {
  return (await readBytes(request, maxBodyBytes)).toString("utf8");
}

/** The whole body. @throws DomainError PAYLOAD_TOO_LARGE, INVALID_REQUEST where the sender went away in the middle */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maxBytes) throw new DomainError("PAYLOAD_TOO_LARGE");
  if (request.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body) {
      length += chunk.length;
      if (length > maxBytes) throw new DomainError("PAYLOAD_TOO_LARGE");
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError("INVALID_REQUEST", { message: "The body broke off.", cause: error });
  }
  return Buffer.concat(chunks);
}

export function mediaType(request: Request): string {
  return (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}
