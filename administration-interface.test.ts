/** Holds the table of who may do what against what the administration's interface has: each of it, once. */
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Action,
  administrationActions,
  administrationEndpoints,
  administrationPages,
  restRoot,
} from "#e2e/permissions/collect-operations.ts";
import { actionInput, filledPath, restInput } from "#e2e/permissions/fill-calls.ts";
import { operations } from "#e2e/permissions/operations.ts";
import { keyScopes } from "#lib/api-keys/schema.ts";
import { pathParameterReader } from "#lib/http/path-parameters.ts";
import { isWriting, roleAllows, roleSchema } from "#lib/permissions/schema.ts";

const rows = Object.entries(operations);
const said = (kind: "pages" | "rest" | "actions") => rows.flatMap(([, row]) => row[kind]).sort();

const none = { withoutRow: [], twice: [], gone: [] };

/** What the table lacks, says twice, or says of what is not there. */
function difference(rowsSay: readonly string[], there: readonly string[]) {
  return {
    withoutRow: there.filter((name) => !rowsSay.includes(name)),
    twice: rowsSay.filter((name, index) => rowsSay.indexOf(name) !== index),
    gone: rowsSay.filter((name) => !there.includes(name)),
  };
}

let actions: Map<string, Action>;
beforeAll(async () => {
  actions = await administrationActions();
});

describe("e2e/permissions/operations.ts", () => {
  it("has every endpoint of the administration once, and no other", () => {
    expect(difference(said("rest"), [...administrationEndpoints().keys()])).toEqual(none);
  });

  it("has every page and download of the administration once, and no other", () => {
    expect(difference(said("pages"), [...administrationPages().keys()])).toEqual(none);
  });

  it("has every form's action once, and no other", () => {
    expect(difference(said("actions"), [...actions.keys()])).toEqual(none);
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

  it.each(rows)("says, or leaves to be made up, what it takes to %s", (_, row) => {
    for (const name of row.rest) {
      const contract = administrationEndpoints().get(name);
      if (!contract) continue;
      restInput(contract, row.input ?? {}, {});
      const path = restRoot + filledPath(contract.path.slice(restRoot.length), { kid: "key" }, row.input);
      const read = pathParameterReader(contract.path)(`https://id.example.com${path}`);
      expect(contract.params?.safeParse(read).error, name).toBeUndefined();
    }
    for (const name of row.actions) {
      const action = actions.get(name);
      if (action) actionInput(name, action, row.input ?? {}, {});
    }
  });
});
