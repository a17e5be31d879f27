/** A form with one file among its fields (RFC 7578). */
import { DomainError } from "#lib/errors/domain-error.ts";

export interface FileForm {
  /** Undefined where none was chosen: browsers then send an empty one without a name. */
  readonly file: Buffer | undefined;
  readonly fields: ReadonlyMap<string, string>;
}

/** `fileField` alone may hold a file; its name and declared type are not looked at. @throws DomainError INVALID_REQUEST */
export async function readFileForm(
  contentType: string,
  body: Uint8Array,
  fileField: string,
): Promise<FileForm> {
  const form = await parse(contentType, body);
  const fields = new Map<string, string>();
  let file: Buffer | undefined;
  for (const [name, value] of form) {
    if (typeof value === "string") fields.set(name, value);
    else if (name !== fileField || file) throw malformed();
    else if (value.size > 0) file = Buffer.from(await value.arrayBuffer());
  }
  return { file, fields };
}

async function parse(contentType: string, body: Uint8Array): Promise<FormData> {
  if (!/^multipart\/form-data\b/i.test(contentType)) throw malformed();
  try {
    return await new Response(new Uint8Array(body), {
      headers: { "Content-Type": contentType },
    }).formData();
  } catch (cause) {
    throw malformed(cause);
  }
}

function malformed(cause?: unknown): DomainError {
  return new DomainError("INVALID_REQUEST", { message: "The form is malformed.", cause });
}
