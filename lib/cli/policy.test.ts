import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { buildMetadataBlob } from "#lib/testing/metadata/build-metadata-blob.ts";
import { makeMetadataAuthority } from "#lib/testing/metadata/metadata-authority.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { groupAdd } from "./group-add.ts";
import { metadataRefresh } from "./metadata-refresh.ts";
import { policyClear } from "./policy-clear.ts";
import { policySet } from "./policy-set.ts";
import { policyShow } from "./policy-show.ts";
import { UsageError } from "./usage-error.ts";

let t: TestDatabase;
let folder: string;
let ctx: Context;
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-cli-"));
  t = await testDatabase();
  ctx = t.context({ actor: { type: "operator" } });
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true });
});

describe("policy", () => {
  it("set takes a file, and show prints what holds", async () => {
    expect(await policyShow.run(ctx, {})).toBe("{}");
    const path = file("policy.json", '{"deviceBoundOnly": true}');
    expect(await policySet.run(ctx, { file: path })).toContain('"deviceBoundOnly": true');
    expect(JSON.parse(await policyShow.run(ctx, {}))).toEqual({ deviceBoundOnly: true });
  });

  it("set tells a wrong call from a wrong policy", async () => {
    await expect(policySet.run(ctx, {})).rejects.toThrow(UsageError);
    await expect(policySet.run(ctx, { file: join(folder, "none") })).rejects.toThrow(UsageError);
    await expect(policySet.run(ctx, { file: file("broken.json", "{") })).rejects.toThrow(UsageError);
    await expect(policySet.run(ctx, { file: file("wrong.json", '{"x":1}') })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
    });
  });
});

describe("policy --group", () => {
  const clear = (group?: string) => policyClear.run(ctx, group === undefined ? {} : { group });
  const show = (group?: string) => policyShow.run(ctx, group === undefined ? {} : { group });

  it("sets, shows and clears what a group asks besides", async () => {
    await groupAdd.run(ctx, { name: "staff" });
    const path = file("group.json", '{"formats": ["packed"]}');
    expect(await show("staff")).toBe("null");
    await policySet.run(ctx, { file: path, group: "STAFF" });
    expect(JSON.parse(await show("staff"))).toEqual({ formats: ["packed"] });
    expect(JSON.parse(await show())).toEqual({ deviceBoundOnly: true });
    expect(await clear("staff")).toContain("policy for everybody alone");
    expect(await show("staff")).toBe("null");
    expect(await clear()).toContain("Every authenticator is allowed");
    expect(await show()).toBe("{}");
  });

  it("knows no group that there is not", async () => {
    const missing = { code: "GROUP_NOT_FOUND" };
    for (const group of ["nobody", "a b", ""]) {
      await expect(show(group)).rejects.toMatchObject(missing);
      await expect(clear(group)).rejects.toMatchObject(missing);
      await expect(policySet.run(ctx, { file: file("empty.json", "{}"), group })).rejects.toMatchObject(
        missing,
      );
    }
  });
});

describe("metadata refresh", () => {
  it("says that there is none to refresh", async () => {
    await expect(metadataRefresh.run(ctx, {})).rejects.toThrow(/no MDS_BLOB/);
  });

  it("says what became of the file", async () => {
    const authority = makeMetadataAuthority();
    const blob = (no: number) => buildMetadataBlob({ authority, entries: [], no });
    const { config } = t.runtime({
      MDS_BLOB: file("blob.jwt", blob(4)),
      MDS_ROOT: file("root.pem", authority.rootPem),
    });
    const run = () => metadataRefresh.run({ ...ctx, config }, {});
    expect(await run()).toBe("Metadata 4 is in use now.");
    expect(await run()).toBe("It is the one in use already.");
    file("blob.jwt", blob(3));
    await expect(run()).rejects.toThrow(/refused \(older\)/);
  });
});
