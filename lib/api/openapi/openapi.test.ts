import { globSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setRuntime } from "#lib/context/runtime.ts";
import { errorTable } from "#lib/errors/codes.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { endpoints } from "./endpoints.ts";
import { getOpenapi } from "./openapi.ts";
import { portablePattern } from "./portable-pattern.ts";

const app = join(import.meta.dirname, "../../../app");
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Record<string, unknown> }> };
  readonly responses: Record<string, { readonly description: string; readonly content: unknown }>;
}

let t: TestDatabase;
let document: { openapi: string; paths: Record<string, Record<string, Operation>>; servers: unknown };
beforeAll(async () => {
  t = await testDatabase();
  setRuntime(t.runtime());
  const response = await getOpenapi(new Request("https://id.example.com/api/v1/openapi.json"));
  expect(response.headers.get("content-type")).toBe("application/json");
  document = await response.json();
});
afterAll(() => t.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );

/** Of values and of the names of members, wherever in the document. */
function patternsIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { pattern, patternProperties } = node as { pattern?: unknown; patternProperties?: object };
  return [
    ...(typeof pattern === "string" ? [pattern] : []),
    ...Object.keys(patternProperties ?? {}),
    ...Object.values(node).flatMap(patternsIn),
  ];
}

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.servers).toEqual([{ url: "https://id.example.com" }]);
  });

  it("names the permission of every endpoint of the administration, and of no other", () => {
    for (const { contract } of endpoints) {
      const administers = contract.path.startsWith("/api/v1/admin/");
      expect(contract.access === "administration", contract.path).toBe(administers);
      expect(contract.permission !== undefined, contract.path).toBe(administers);
    }
  });

  it("has every route below app/api with exactly the methods that it exports, by the same handlers", async () => {
    const described = new Map([...endpoints, getOpenapi].map((endpoint) => [endpoint, endpoint.contract]));
    const exported: string[] = [];
    for (const file of globSync("api/**/route.ts", { cwd: app })) {
      const path = `/${file.replaceAll("\\", "/").replace("/route.ts", "")}`.replaceAll(/\[(\w+)\]/g, "{$1}");
      const module = (await import(join(app, file))) as Record<string, never>;
      for (const method of methods.filter((name) => name in module)) {
        exported.push(`${method} ${path}`);
        expect(described.get(module[method] as never), `${method} ${path}`).toMatchObject({ method, path });
      }
    }
    expect(
      operations()
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    ).toEqual(exported.sort());
  });

  it("names every operation once and says what it does", () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation } of operations()) expect(operation.summary).toMatch(/^[A-Z].+\.$/);
  });

  it("declares each parameter of a path", () => {
    for (const { path, operation } of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
      expect(declared.map(({ name }) => name)).toEqual(inPath);
    }
  });

  it("tells what may follow the question mark", () => {
    const list = document.paths["/api/v1/admin/groups/{id}/members"]?.get;
    expect(list?.parameters).toMatchObject([
      { name: "id", in: "path", required: true },
      { name: "after", in: "query", required: false, schema: { type: "string", format: "uuid" } },
      { name: "limit", in: "query", required: false, schema: { type: "integer", minimum: 1, maximum: 200 } },
    ]);
    expect(Object.keys(list?.responses ?? {})).toEqual([
      "200",
      "400",
      "401",
      "403",
      "404",
      "429",
      "431",
      "500",
      "503",
    ]);
  });

  it("describes groups and policies as they are validated", () => {
    const policy = document.paths["/api/v1/admin/groups/{id}/attestation-policy"];
    expect(Object.keys(policy ?? {}).sort()).toEqual(["delete", "get", "put"]);
    expect(policy?.put?.requestBody?.content["application/json"]?.schema).toMatchObject({
      additionalProperties: false,
      properties: { formats: { type: "array", minItems: 1 }, trustedOnly: { type: "boolean" } },
    });
    expect(policy?.put?.responses["409"]?.description).toContain("CONFLICT");
    expect(document.paths["/api/v1/admin/groups"]?.post?.responses["409"]?.description).toContain(
      "GROUP_EXISTS",
    );
  });

  it("tells bodies, refusals and times as the endpoint treats them", () => {
    const rename = document.paths["/api/v1/me/passkeys/{id}"]?.patch;
    expect(rename?.requestBody?.content["application/json"]?.schema).toMatchObject({
      type: "object",
      required: ["name"],
      additionalProperties: false,
      properties: { name: { type: "string", maxLength: 64 } },
    });
    expect(rename?.security).toEqual([{ session: [] }]);
    expect(Object.keys(rename?.responses ?? {})).toEqual([
      "200",
      "400",
      "401",
      "403",
      "404",
      "413",
      "415",
      "429",
      "431",
      "500",
      "503",
    ]);
    expect(rename?.responses["404"]?.description).toContain("CREDENTIAL_NOT_FOUND");
    const text = JSON.stringify(rename?.responses["200"]);
    expect(text).toContain('"createdAt":{"type":"string","format":"date-time"}');
    expect(text).not.toContain("additionalProperties");
    expect(document.paths["/api/v1/webauthn/authenticate/begin"]?.post?.security).toEqual([]);
  });

  it("has only patterns that mean the same in every language, and those of names among them", () => {
    const found = patternsIn(document);
    expect(found).toContain(
      String.raw`^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$`,
    );
    for (const pattern of found) {
      expect(portablePattern(pattern), pattern).toBe(pattern);
      expect(() => new RegExp(pattern, "u")).not.toThrow();
    }
  });

  it("knows no code that the table lacks", () => {
    for (const { operation } of operations()) {
      const codes = JSON.stringify(operation.responses).match(/"[A-Z]+(?:_[A-Z]+)+(?=:)/g) ?? [];
      for (const code of codes) expect(Object.keys(errorTable)).toContain(code.slice(1));
    }
  });
});
