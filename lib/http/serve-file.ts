/** A file under an unguessable name that never means another file: kept by whoever loaded it, and embedded anywhere. */
import { errorTable } from "#lib/errors/codes.ts";
import { anonymousContext } from "./request-context.ts";
import { toDomainError } from "./unexpected-error.ts";

export interface ServedFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Should a browser ever render it as a page, it may do nothing. */
const policy = "default-src 'none'; sandbox; frame-ancestors 'none'";

export async function serveFile(
  request: Request,
  find: (ctx: ReturnType<typeof anonymousContext>) => Promise<ServedFile>,
): Promise<Response> {
  const ctx = anonymousContext(request.headers);
  try {
    const { bytes, mediaType } = await find(ctx);
    return new Response(new Uint8Array(bytes), {
      headers: {
        "Content-Type": mediaType,
        "Content-Security-Policy": policy,
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Cache-Control": "public, max-age=2592000, immutable",
      },
    });
  } catch (error) {
    const { code } = toDomainError(ctx, error);
    return new Response(`${errorTable[code].message}\n`, {
      status: errorTable[code].status,
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
    });
  }
}
