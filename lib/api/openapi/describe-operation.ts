/** One endpoint's contract → its OpenAPI operation object. */
import type { z } from "zod";
import { type ErrorCode, errorTable } from "#lib/errors/codes.ts";
import { errorsOf, type RouteContract } from "#lib/http/route-contract.ts";
import { inputSchema, type JsonSchema, outputSchema } from "./to-json-schema.ts";

export function describeOperation(contract: RouteContract): JsonSchema {
  const segments = contract.path.split("/").slice(3);
  return {
    operationId: operationId(contract.method, segments),
    summary: contract.summary,
    ...(contract.permission ? { "x-permission": contract.permission } : {}),
    ...(contract.alsoPermissions ? { "x-also-permissions": contract.alsoPermissions } : {}),
    tags: [segments[0] === "admin" ? segments.slice(0, 2).join("/") : segments[0]],
    security: securityOf(contract),
    ...(contract.params || contract.query || isRepeatable(contract)
      ? { parameters: parametersOf(contract) }
      : {}),
    ...(contract.body ? { requestBody: { required: true, content: json(inputSchema(contract.body)) } } : {}),
    ...(contract.upload ? { requestBody: { required: true, content: fileOf(contract.upload) } } : {}),
    responses: { "200": successOf(contract), ...failuresOf(contract), "431": tooLongToRead },
  };
}

/** `PATCH /api/v1/me/passkeys/{id}` → `patchMePasskeysId`. */
function operationId(method: string, segments: readonly string[]): string {
  const words = segments.flatMap((segment) => segment.match(/[a-z0-9]+/gi) ?? []);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function securityOf({ access }: RouteContract): JsonSchema[] {
  switch (access) {
    case "anonymous":
      return [];
    case "optional":
      return [{}, { session: [] }];
    case "session":
      return [{ session: [] }];
    case "administration":
      return [{ session: [] }, { apiKey: [] }];
  }
}

const idempotencyKey: JsonSchema = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "The same call with the same key within a day is made once and answered as it was then.",
  schema: { type: "string", pattern: "^[!-~]{1,255}$" },
};

const ifMatch: JsonSchema = {
  name: "If-Match",
  in: "header",
  required: false,
  description: "The ETag that the caller read: nothing is changed when somebody else did since.",
  schema: { type: "string" },
};

const isHeld = ({ versioned, method }: RouteContract) => versioned === true && method !== "GET";

/** Whether a repeated call under one key is made once. A file that is sent twice makes no difference by itself. */
const isRepeatable = ({ access, method, upload }: RouteContract) =>
  access === "administration" && method !== "GET" && !upload;

function parametersOf(contract: RouteContract): JsonSchema[] {
  const { params, query } = contract;
  const repeats = isRepeatable(contract);
  const inPath = membersOf(params).map(([name, schema]) => ({ name, in: "path", required: true, schema }));
  // Whatever may follow the question mark may be left out.
  const inQuery = membersOf(query).map(([name, schema]) => ({ name, in: "query", required: false, schema }));
  return [
    ...inPath,
    ...inQuery,
    ...(repeats ? [idempotencyKey] : []),
    ...(isHeld(contract) ? [ifMatch] : []),
  ];
}

function membersOf(schema: z.ZodType | undefined): [string, JsonSchema][] {
  if (!schema) return [];
  const { properties } = inputSchema(schema) as { properties: Record<string, JsonSchema> };
  return Object.entries(properties);
}

const limitHeaders = Object.fromEntries(
  [
    ["RateLimit-Limit", "How many calls fit into the window."],
    ["RateLimit-Remaining", "How many of them are left."],
    ["RateLimit-Reset", "Seconds until there are more."],
  ].map(([name, description]) => [name, { description, schema: { type: "integer" } }]),
);

const replayed = {
  "Idempotency-Replayed": {
    description: "`true`: an earlier call with this key was answered so.",
    schema: { type: "string" },
  },
};

/** What an answer tells beside its body. Limits are left out where none is kept. */
function headersOf(contract: RouteContract): { readonly headers?: JsonSchema } {
  const headers = {
    ...(contract.versioned ? { ETag: { description: "The version.", schema: { type: "string" } } } : {}),
    ...(contract.unlimited ? {} : limitHeaders),
    ...(isRepeatable(contract) ? replayed : {}),
  };
  return Object.keys(headers).length > 0 ? { headers } : {};
}

function successOf(contract: RouteContract): JsonSchema {
  const { mediaTypes } = contract;
  if (mediaTypes) return { description: "Done.", content: fileOf({ mediaTypes }) };
  return { description: "Done.", ...headersOf(contract), content: json(successBody(contract)) };
}

function successBody({ response, bare }: RouteContract): JsonSchema {
  const data = outputSchema(response);
  if (bare) return data;
  return {
    type: "object",
    required: ["status", "data", "timestamp", "requestId"],
    properties: {
      status: { const: "ok" },
      data,
      timestamp: { type: "string", format: "date-time" },
      requestId: { type: "string" },
    },
  };
}

/** By Node, which reads no further: from nobody's contract, and so without the body that the others have. */
const tooLongToRead: JsonSchema = {
  description: "The address and the headers together are longer than 16 KiB. The answer has no body.",
};

/** One response a status, with the codes that come under it. */
function failuresOf(contract: RouteContract): Record<string, JsonSchema> {
  const byStatus = Map.groupBy(errorsOf(contract), (code) => errorTable[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `${code}: ${errorTable[code].message}`).join("\n"),
        ...(codes.some((code) => waits.has(code)) ? { headers: retryAfter } : {}),
        content: json(
          status === 503 && contract.tellsReadiness
            ? { oneOf: [successBody(contract), failureBody(codes)] }
            : failureBody(codes),
        ),
      },
    ]),
  );
}

function failureBody(codes: readonly ErrorCode[]): JsonSchema {
  return {
    allOf: [
      { $ref: "#/components/schemas/Failure" },
      { type: "object", properties: { error: { type: "object", properties: { code: { enum: codes } } } } },
    ],
  };
}

const waits = new Set<ErrorCode>(["RATE_LIMIT_EXCEEDED", "SERVICE_UNAVAILABLE"]);
const retryAfter = { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } } };

function fileOf({ mediaTypes }: { readonly mediaTypes: readonly string[] }): JsonSchema {
  return Object.fromEntries(mediaTypes.map((type) => [type, {}]));
}

function json(schema: JsonSchema): JsonSchema {
  return { "application/json": { schema } };
}
