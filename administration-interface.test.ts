/** Holds the table of who may do what against what the administration's interface has: each of it, once. */
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Action,
  administrationActions,
  administrationEndpoints,
  administrationPages,
} from "#e2e/permissions/collect-operations.ts";
import { operations } from "#e2e/permissions/operations.ts";
import { keyScopes } from "#lib/api-keys/schema.ts";
import { isWriting, roleAllows, roleSchema } from "#lib/permissions/schema.ts";

const rows = Object.entries(operations);
const said = (kind: "pages" | "rest" | "actions") => rows.flatMap(([, row]) => row[kind]).sort();

let actions: Map<string, Action>;
beforeAll(async () => {
  actions = await administrationActions();
});

describe("e2e/permissions/operations.ts", () => {
  it("has every endpoint of the administration once, and no other", () => {
    expect(said("rest")).toEqual([...administrationEndpoints().keys()].sort());
  });

  it("has every page and download of the administration once, and no other", () => {
    expect(said("pages")).toEqual([...administrationPages().keys()].sort());
  });

  it("has every form's action once, and no other", () => {
    expect(said("actions")).toEqual([...actions.keys()].sort());
  });

  it.each(rows)("names the permission that is asked for to %s", (_, row) => {
    const [endpoints, pages] = [administrationEndpoints(), administrationPages()];
    for (const name of row.rest) {
      expect(endpoints.get(name)?.permission, name).toBe(row.permission);
      expect(endpoints.get(name)?.alsoPermissions ?? [], name).toEqual(row.also);
    }
    for (const name of row.actions) expect(actions.get(name)?.permission, name).toBe(row.permission);
    for (const name of row.pages) expect(pages.get(name)?.permissions, name).toContain(row.permission);
  });

  it.each(rows)("says of every role whether it may %s, as the roles do", (_, row) => {
    const asked = [row.permission, ...row.also];
    expect(roleSchema.options.filter((role) => asked.every((one) => roleAllows(role, one)))).toEqual(
      roleSchema.options.filter((role) => row.who.includes(role)),
    );
    expect(row.confirmed).toBe(isWriting(row.permission));
    expect(row.byKey).toBe((keyScopes as readonly string[]).includes(row.permission));
  });
});
