import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { apply } from "./apply.ts";
import { clientList } from "./client-list.ts";
import { exportConfig } from "./export-config.ts";
import { UsageError } from "./usage-error.ts";

let t: TestDatabase;
let ctx: Context;
let folder: string;
beforeAll(async () => {
  t = await testDatabase();
  ctx = t.context({ actor: { type: "operator" } });
  folder = mkdtempSync(join(tmpdir(), "latchkey-apply-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await t.close();
});

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const run = (file: string, ...flags: ("dry-run" | "json")[]) =>
  apply.run(ctx, { file, ...Object.fromEntries(flags.map((flag) => [flag, true])) });

/** What was said on a refusal. */
async function refusalOf(file: string): Promise<string> {
  const error = await run(file).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UsageError)) throw new Error(`no UsageError, but ${String(error)}`);
  return error.message;
}

const state = () => exportConfig.run(ctx, { members: true });

const wanted = `groups:
  - name: staff
    displayName: Staff
clients:
  - id: notes
    name: Notes
    redirectUris: [https://notes.example.com/callback]
    groups: [staff]
`;

it("tells the differences in a dry run with 3, changes nothing by it, and does in earnest what it told", async () => {
  const file = write("latchkey.yaml", wanted);
  const before = await state();
  const planned = await run(file, "dry-run");
  expect(planned.exitCode).toBe(3);
  expect(planned.text).toContain("+ group staff");
  expect(planned.text).toContain("+ client notes");
  expect(planned.text).toMatch(
    /2 added, 0 changed, 0 removed\. Nothing of it was kept: this was a dry run\.$/,
  );
  expect(planned.text).not.toContain("secret, shown this once");
  expect(await state()).toBe(before);

  const done = await run(file);
  expect(done.exitCode).toBe(0);
  expect(done.text).toMatch(/secret, shown this once: [\w-]{43}\n/);
  expect(done.text).toMatch(/\n2 added, 0 changed, 0 removed\.$/);
  expect(JSON.parse(await clientList.run(ctx, { json: true }))).toMatchObject([{ clientId: "notes" }]);
});

it("does nothing a second time, and says so with 0, in earnest and in a dry run", async () => {
  const file = write("latchkey.yaml", wanted);
  await run(file);
  const [before, [events]] = [await state(), await t.sql`select count(*)::int as n from audit_events`];
  for (const flags of [[], ["dry-run"]] as const)
    expect(await run(file, ...flags)).toEqual({ text: "Everything is as the file says.", exitCode: 0 });
  expect(JSON.parse((await run(file, "json")).text)).toEqual({ dryRun: false, changes: [] });
  expect(await state()).toBe(before);
  expect((await t.sql`select count(*)::int as n from audit_events`)[0]).toEqual(events);
});

it("prints the changes for programs, field by field", async () => {
  const file = write("renamed.yaml", "groups: [{ name: staff, displayName: Everybody }]\n");
  const { text, exitCode } = await run(file, "json", "dry-run");
  expect(exitCode).toBe(3);
  expect(JSON.parse(text)).toEqual({
    dryRun: true,
    changes: [{ act: "change", what: "group staff", lines: ['displayName: "Staff" → "Everybody"'] }],
  });
});

it("says of every mistake in which file, on which line and about what, and changes nothing", async () => {
  const before = await state();
  const typed = write(
    "typed.yaml",
    `groups:
  - name: fresh
    colour: blue
clients:
  - id: app
    name: App
    redirectUris:
      - https://app.example.com/cb
      - http://app.example.com/cb
`,
  );
  const lines = (await refusalOf(typed)).split("\n");
  expect(lines[0]).toBe(`${typed}:3: groups[0].colour is not known`);
  expect(lines[1]?.startsWith(`${typed}:9: clients[0].redirectUris[1] `)).toBe(true);

  const more = "    redirectUris: [https://b.example.com/cb]\n    groups:\n      - nowhere\n";
  const unknown = write("unknown.yaml", `${wanted}  - id: b\n    name: B\n${more}`);
  const place = `${unknown}:13: clients[1].groups[0] `;
  expect((await refusalOf(unknown)).slice(0, place.length)).toBe(place);
  expect(await refusalOf(write("broken.yaml", "groups: ["))).toMatch(/broken\.yaml: .* at line 1/);
  expect(await refusalOf(join(folder, "absent.yaml"))).toMatch(/absent\.yaml cannot be read: ENOENT/);
  expect(await state()).toBe(before);
});

it("names the variable or the file that a secret should come from", async () => {
  const from = (source: string) =>
    write(
      "secret.yaml",
      `clients:\n  - id: app\n    name: App\n    redirectUris: [https://app.example.com/cb]\n    ${source}\n`,
    );
  expect(await refusalOf(from("secretEnv: LATCHKEY_TEST_UNSET"))).toMatch(
    /secret\.yaml:5: clients\[0\]\.secretEnv LATCHKEY_TEST_UNSET is not set$/,
  );
  expect(await refusalOf(from("secretFile: absent"))).toMatch(
    /secret\.yaml:5: clients\[0\]\.secretFile cannot be read: ENOENT/,
  );
  write("app.secret", `${"s".repeat(40)}\n`);
  const { text } = await run(from("secretFile: app.secret"));
  expect(text).toContain("+ client app");
  expect(text).not.toContain("ssss");
});

it("needs a file", async () => {
  await expect(apply.run(ctx, {})).rejects.toThrow(UsageError);
});
