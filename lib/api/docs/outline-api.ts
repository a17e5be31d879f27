/** The OpenAPI document → what the page about the API shows. */
import type { Config } from "#lib/config/load-config.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { apiDocument } from "../openapi/openapi.ts";
import type { JsonSchema } from "../openapi/to-json-schema.ts";
import { exampleOf } from "./example-of.ts";
import { outlineSchema, typeOf } from "./outline-schema.ts";
import type { ApiField, ApiGroup, ApiOperation, ApiRefusal } from "./schema.ts";

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly "x-permission"?: string;
  readonly "x-also-permissions"?: readonly string[];
  readonly security: readonly Record<string, unknown>[];
  readonly parameters?: readonly (JsonSchema & {
    name: string;
    in: string;
    required: boolean;
    schema: JsonSchema;
  })[];
  readonly requestBody?: { readonly content: Record<string, { schema?: JsonSchema }> };
  readonly responses: Record<
    string,
    { description: string; content?: Record<string, { schema?: JsonSchema }> }
  >;
}

/** Made once for a configuration: whoever reads the page often costs nothing but its bytes. */
export function outlineApi(config: Config): readonly ApiGroup[] {
  const made = processWide("api-docs/outlines", () => new WeakMap<Config, readonly ApiGroup[]>());
  const outline = made.get(config) ?? groupsOf(config);
  made.set(config, outline);
  return outline;
}

function groupsOf(config: Config): ApiGroup[] {
  const { paths } = apiDocument(config) as { paths: Record<string, Record<string, Operation>> };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      operationOf(config, path, method.toUpperCase(), operation),
    ),
  );
  const groups = Map.groupBy(operations, ({ path }) => groupPath(path));
  return [...groups].map(([path, members]) => ({
    id: path.split("/").slice(3).join("-"),
    path,
    operations: members,
  }));
}

/** `/api/v1/admin/users/{id}/role` → `/api/v1/admin/users`; outside of the administration one segment says it. */
function groupPath(path: string): string {
  const segments = path.split("/");
  return segments.slice(0, segments[3] === "admin" ? 5 : 4).join("/");
}

function operationOf(config: Config, path: string, method: string, operation: Operation): ApiOperation {
  const sent = Object.entries(operation.requestBody?.content ?? {});
  const body = sent.find(([type]) => type === "application/json")?.[1].schema;
  const answered = operation.responses["200"]?.content?.["application/json"]?.schema ?? {};
  const { data = answered } = (answered.properties as Record<string, JsonSchema> | undefined) ?? {};
  return {
    id: operation.operationId,
    method,
    path,
    summary: operation.summary,
    access: accessOf(operation),
    permissions: [operation["x-permission"] ?? [], operation["x-also-permissions"] ?? []].flat(),
    parameters: (operation.parameters ?? []).map(parameterLine),
    upload: body ? [] : sent.map(([type]) => type),
    body: body ? outlineSchema(body) : [],
    answer: outlineSchema(data),
    refusals: refusalsOf(operation),
    example: exampleCall(config, path, method, operation, body),
  };
}

function accessOf({ security }: Operation): ApiOperation["access"] {
  if (security.some((way) => "apiKey" in way)) return "key";
  if (security.length === 0) return "anyone";
  return security.some((way) => Object.keys(way).length === 0) ? "optional" : "session";
}

function parameterLine(parameter: NonNullable<Operation["parameters"]>[number]): ApiField {
  const { name, in: place, required, schema, description } = parameter;
  return {
    name,
    depth: 0,
    place,
    type: typeOf(schema),
    required,
    description: [description, schema.description].find((text) => typeof text === "string") ?? "",
  } as ApiField;
}

/** The document says the codes of a status as lines of `CODE: message`. */
function refusalsOf({ responses }: Operation): ApiRefusal[] {
  return Object.entries(responses)
    .filter(([status]) => status !== "200")
    .map(([status, { description }]) => ({
      status,
      codes: description.split("\n").map((line) => {
        const [code = "", ...message] = line.split(": ");
        return { code, message: message.join(": ") };
      }),
    }));
}

function exampleCall(
  { baseUrl }: Config,
  path: string,
  method: string,
  operation: Operation,
  body: JsonSchema | undefined,
): string {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`);
  const lines = [`curl${method === "GET" ? "" : ` -X ${method}`} "${baseUrl}${address}"`];
  if (accessOf(operation) === "key") lines.push('-H "Authorization: Bearer $LATCHKEY_API_KEY"');
  if (accessOf(operation) === "session") lines.push('-b "$COOKIES"', `-H "Origin: ${baseUrl}"`);
  if (body) {
    const json = JSON.stringify(exampleOf(body)).replaceAll("'", "'\\''");
    lines.push('-H "Content-Type: application/json"', `-d '${json}'`);
  } else if (operation.requestBody) lines.push("-T picture.png");
  return lines.join(" \\\n  ");
}
