import { describe, expect, it } from "vitest";
import { testConfig } from "#lib/testing/test-database.ts";
import { endpoints } from "../openapi/endpoints.ts";
import { exampleOf } from "./example-of.ts";
import { outlineApi } from "./outline-api.ts";
import { outlineSchema, typeOf } from "./outline-schema.ts";

const groups = outlineApi(testConfig());
const operations = groups.flatMap((group) => group.operations);
const find = (id: string) => operations.find((operation) => operation.id === id);

describe("the outline of the API", () => {
  it("has every endpoint once, in the group of its address", () => {
    const all = operations.map(({ method, path }) => `${method} ${path}`);
    for (const { contract } of endpoints) expect(all).toContain(`${contract.method} ${contract.path}`);
    expect(new Set(all).size).toBe(all.length);
    for (const { path, operations: members } of groups)
      for (const operation of members) expect(operation.path.startsWith(path)).toBe(true);
  });

  it("tells what an operation takes, answers and refuses", () => {
    expect(find("postAdminGroups")).toMatchObject({
      access: "key",
      permissions: ["groups.write"],
      parameters: [{ name: "Idempotency-Key", place: "header", required: false }],
      body: [
        { name: "name", depth: 0, required: true },
        { name: "displayName", required: false },
      ],
      refusals: expect.arrayContaining([
        {
          status: "409",
          codes: expect.arrayContaining([{ code: "GROUP_EXISTS", message: expect.any(String) }]),
        },
      ]),
    });
    expect(find("getAdminUsers")?.answer).toContainEqual(
      expect.objectContaining({ name: "username", depth: 1, type: "string" }),
    );
    expect(find("postAdminClientsIdClaimsPreview")?.permissions).toEqual(["clients.read", "users.read"]);
    expect(find("getHealthLive")?.access).toBe("anyone");
    expect(find("getMePasskeys")?.access).toBe("session");
  });

  it("shows a call that can be pasted", () => {
    expect(find("postAdminGroups")?.example).toBe(
      [
        'curl -X POST "https://id.example.com/api/v1/admin/groups"',
        '-H "Authorization: Bearer $LATCHKEY_API_KEY"',
        '-H "Content-Type: application/json"',
        `-d '{"name":"…"}'`,
      ].join(" \\\n  "),
    );
    expect(find("deleteAdminUsersId")?.example).toContain("/users/$ID");
  });
});

describe("a schema in words", () => {
  it("names kinds, choices and bounds", () => {
    expect(typeOf({ type: "integer", minimum: 1, maximum: 200 })).toBe("integer 1–200");
    expect(typeOf({ type: "integer", maximum: Number.MAX_SAFE_INTEGER })).toBe("integer");
    expect(typeOf({ anyOf: [{ type: "string", format: "uuid" }, { type: "null" }] })).toBe(
      "string (uuid) | null",
    );
    expect(typeOf({ type: "array", items: { enum: ["a", "b"] } })).toBe('array of "a" | "b"');
    expect(typeOf({})).toBe("any");
  });

  it("ends where objects hold each other without an end", () => {
    const knot: Record<string, unknown> = { type: "object" };
    knot.properties = { again: knot };
    expect(outlineSchema(knot)).toHaveLength(5);
  });

  it("makes up what must be there", () => {
    const schema = {
      type: "object",
      required: ["a"],
      properties: { a: { type: "array", minItems: 1, items: { type: "string", format: "email" } }, b: {} },
    };
    expect(exampleOf(schema)).toEqual({ a: ["ana@example.com"] });
  });
});
