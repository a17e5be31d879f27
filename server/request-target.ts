/** Reads the request line: which path is meant, or why the request is refused before anybody handles it. */

export interface RequestTarget {
  /** As sent, percent-encoded, without the query: what routes are matched by and what is logged. */
  readonly path: string;
  /** Begins with `?`, or empty. */
  readonly search: string;
}

export interface RefusedTarget {
  readonly code: "INVALID_REQUEST" | "METHOD_NOT_ALLOWED";
  readonly message: string;
}

/** Methods that some route may take; everything else is refused here (RFC 9110 section 15.6.2). */
export const knownMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

/**
 * Takes origin-form and absolute-form (RFC 9112 section 3.2); of the latter only the path counts, since the
 * configuration says where this server lives. NUL is refused everywhere: neither files nor PostgreSQL take it.
 */
export function readTarget(method: string, target: string): RequestTarget | RefusedTarget {
  if (!(knownMethods as readonly string[]).includes(method)) {
    return { code: "METHOD_NOT_ALLOWED", message: "This method is not known here." };
  }
  const local = target.startsWith("/") ? target : afterAuthority(target);
  if (local === undefined) return { code: "INVALID_REQUEST", message: "The request target is malformed." };
  const mark = local.indexOf("?");
  const path = mark < 0 ? local : local.slice(0, mark);
  const search = mark < 0 ? "" : local.slice(mark);
  if (path.startsWith("//") || path.includes("\\") || path.includes("#") || !isDecodable(path)) {
    return { code: "INVALID_REQUEST", message: "The path is malformed." };
  }
  if (/%00/.test(search) || hasControlCharacters(search)) {
    return { code: "INVALID_REQUEST", message: "The query holds a NUL character." };
  }
  return { path, search: search === "?" ? "" : search };
}

function afterAuthority(target: string): string | undefined {
  if (!/^https?:\/\//i.test(target)) return undefined;
  const url = URL.parse(target);
  return url ? url.pathname + url.search : undefined;
}

function isDecodable(path: string): boolean {
  try {
    return !hasControlCharacters(decodeURIComponent(path));
  } catch {
    return false;
  }
}

function hasControlCharacters(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x20 || unit === 0x7f) return true;
  }
  return false;
}
