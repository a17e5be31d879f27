/** What an endpoint of the JSON API promises: the facts that the OpenAPI document is made from. */
import type { z } from "zod";
import { type ErrorCode, errorTable } from "#lib/errors/codes.ts";
import type { Permission } from "#lib/permissions/schema.ts";

export type RouteAccess = "anonymous" | "optional" | "session" | "administration";

export interface RouteContract {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With `{name}` for each path parameter, as OpenAPI writes it. */
  readonly path: `/api/v1/${string}`;
  /** One line: what the call does. */
  readonly summary: string;
  /**
   * `anonymous` never looks at the cookie, `optional` does, `session` refuses without a live one. `administration`
   * takes an API key as well; what it takes beyond that is its `permission`.
   */
  readonly access: RouteAccess;
  /** What the operation asks for; with `administration`, and only there. */
  readonly permission?: Permission;
  /** Where an answer tells of more than one kind of thing: what it takes besides. */
  readonly alsoPermissions?: readonly Permission[];
  readonly params?: z.ZodType;
  /** What follows the question mark, each name once; absent where nothing is read from there. */
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Instead of JSON: a file as it is. */
  readonly upload?: { readonly mediaTypes: readonly string[]; readonly maxBytes: number };
  /** `data` of the envelope. Types hold the handler to it; nothing is validated on the way out. */
  readonly response: z.ZodType;
  /** What the operation may refuse with, besides what every endpoint of its kind can. */
  readonly errors: readonly ErrorCode[];
  /** Tells a version (`ETag`), or changes only the one that `If-Match` names. */
  readonly versioned?: boolean;
  /** `response` is the whole body, without the envelope. */
  readonly bare?: boolean;
  /** What the whole body may be, where it is no JSON. */
  readonly mediaTypes?: readonly string[];
  /** Says with 503 instead of 200, and otherwise the same, that calls had better go elsewhere for now. */
  readonly tellsReadiness?: boolean;
  /** Answered without counting, for monitors and readers of documents. */
  readonly unlimited?: boolean;
}

export type RouteHandler = (request: Request) => Promise<Response>;
export type DescribedHandler = RouteHandler & { readonly contract: RouteContract };

/** Hangs the contract on the handler, where the OpenAPI document finds it. */
export function describeHandler(handler: RouteHandler, contract: RouteContract): DescribedHandler {
  return Object.assign(handler, { contract });
}

/** Every code that this endpoint can answer with, in the table's order. */
export function errorsOf(contract: RouteContract): ErrorCode[] {
  // Also before an endpoint is asked: an address can mean nothing, and the database be away.
  const always: readonly ErrorCode[] = ["INVALID_REQUEST", "INTERNAL_ERROR", "SERVICE_UNAVAILABLE"];
  const codes = new Set<ErrorCode>([...always, ...contract.errors]);
  if (!contract.unlimited) codes.add("RATE_LIMIT_EXCEEDED");
  if (contract.method !== "GET") codes.add("CROSS_ORIGIN");
  if (contract.access === "session" || contract.access === "administration") codes.add("UNAUTHENTICATED");
  if (contract.access === "administration" && contract.method !== "GET")
    codes.add("CONFLICT").add("VALIDATION_ERROR");
  if (contract.versioned && contract.method !== "GET") codes.add("PRECONDITION_FAILED");
  if (contract.params || contract.query) codes.add("INVALID_REQUEST").add("VALIDATION_ERROR");
  if (contract.upload) codes.add("INVALID_REQUEST").add("PAYLOAD_TOO_LARGE").add("UNSUPPORTED_MEDIA_TYPE");
  if (contract.body) {
    codes.add("INVALID_REQUEST").add("VALIDATION_ERROR");
    codes.add("PAYLOAD_TOO_LARGE").add("UNSUPPORTED_MEDIA_TYPE");
  }
  return (Object.keys(errorTable) as ErrorCode[]).filter((code) => codes.has(code));
}
