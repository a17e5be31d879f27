/** The contracts of all endpoints → one OpenAPI 3.1 document. */
import type { Config } from "#lib/config/load-config.ts";
import { errorTable } from "#lib/errors/codes.ts";
import type { RouteContract } from "#lib/http/route-contract.ts";
import { sessionCookieName } from "#lib/http/session-cookie.ts";
import { describeOperation } from "./describe-operation.ts";
import type { JsonSchema } from "./to-json-schema.ts";

export function describeApi(config: Config, contracts: readonly RouteContract[]): JsonSchema {
  const paths: Record<string, JsonSchema> = {};
  for (const contract of contracts)
    paths[contract.path] = {
      ...paths[contract.path],
      [contract.method.toLowerCase()]: describeOperation(contract),
    };
  return {
    openapi: "3.1.0",
    info: {
      title: `${config.rpName} API`,
      version: "1",
      description:
        "Answers come in an envelope; failures carry a code from a closed list, and a request id that finds them in the log.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: config.baseUrl }],
    paths,
    components: {
      securitySchemes: {
        apiKey: {
          type: "http",
          scheme: "bearer",
          description:
            "An API key, with the permission that the operation names as `x-permission`, and those in `x-also-permissions`.",
        },
        session: { type: "apiKey", in: "cookie", name: sessionCookieName({ config }) },
      },
      schemas: { Failure: failure },
    },
  };
}

const failure: JsonSchema = {
  type: "object",
  required: ["status", "error", "timestamp", "requestId"],
  properties: {
    status: { const: "error" },
    error: {
      type: "object",
      required: ["code", "message"],
      properties: {
        code: { type: "string", enum: Object.keys(errorTable) },
        message: { type: "string", description: "What to do next." },
        details: {
          type: "array",
          description: "Every field that was refused.",
          items: {
            type: "object",
            required: ["path", "message"],
            properties: { path: { type: "string" }, message: { type: "string" } },
          },
        },
      },
    },
    timestamp: { type: "string", format: "date-time" },
    requestId: { type: "string" },
  },
};
