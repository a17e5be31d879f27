import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { getClient } from "#lib/clients/get-client.ts";
import type { Context } from "#lib/context/context.ts";
import { findGroupNamesOf } from "#lib/groups/store.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { applyConfiguration } from "./apply-configuration.ts";
import { exportConfiguration } from "./export-configuration.ts";
import { readConfiguration } from "./read-configuration.ts";

const example =
  /```yaml\n(groups:[\s\S]*?)```/.exec(
    readFileSync(join(import.meta.dirname, "../../docs/apply.md"), "utf8"),
  )?.[1] ?? "";

let t: TestDatabase;
let operator: Context;
beforeEach(async () => {
  await t?.close();
  t = await testDatabase();
  // What the environment says cannot be changed by a file.
  const { config } = t.runtime();
  operator = t.context({
    actor: { type: "operator" },
    config: Object.freeze({ ...config, runTime: Object.freeze({ ...config.runTime, locked: [] }) }),
  });
});
afterAll(() => t.close());

const secrets = new Map<string, string>();

async function apply(text: string, dryRun = false, ctx = operator) {
  const { configuration } = readConfiguration(text);
  const readSecret = async ({ secretEnv }: { secretEnv?: string | undefined }) =>
    secretEnv === undefined ? undefined : secrets.get(secretEnv);
  return await applyConfiguration(ctx, { configuration, readSecret, dryRun });
}

const acts = (changes: Awaited<ReturnType<typeof apply>>) => changes.map(({ act, what }) => `${act} ${what}`);

async function problemsOf(text: string, dryRun = false) {
  try {
    await apply(text, dryRun);
  } catch (error) {
    return (error as { problems?: readonly { path: unknown; message: string }[] }).problems ?? error;
  }
  return "applied";
}

const successes = async () =>
  (await t.db.select().from(auditEvents).where(eq(auditEvents.outcome, "success"))).map(
    ({ action, actorType }) => `${actorType} ${action}`,
  );

describe("a file", () => {
  it("as the documentation shows it is applied once, with events of the operator", async () => {
    const first = await apply(example);
    expect(acts(first)).toEqual([
      "add group staff",
      "add group contractors",
      "add client grafana",
      "add client notes",
      "change settings",
      "change policy",
      "change branding",
    ]);
    expect(first.find(({ what }) => what === "client grafana")?.secret).toMatch(/^[\w-]{43}$/);
    expect(first.find(({ what }) => what === "client notes")?.secret).toBeUndefined();
    const told = await successes();
    expect(told).toContain("operator client.created");
    expect(told).toContain("operator settings.changed");
    expect(await apply(example)).toEqual([]);
    expect(await successes()).toEqual(told);
  });

  it("tells in a dry run what the run then does, and keeps nothing of it", async () => {
    const planned = await apply(example, true);
    expect(await successes()).toEqual([]);
    expect(await exportConfiguration(operator, { withMembers: true })).toBe("{}\n");
    expect(acts(await apply(example))).toEqual(acts(planned));
  });

  it("changes what it names and leaves the rest", async () => {
    await apply(example);
    const changed = await apply(`
groups: [{ name: staff, displayName: Everybody, claims: { floor: 2 } }]
clients: [{ id: grafana, name: Grafana 12, groups: [], disabled: true }]`);
    expect(changed).toMatchObject([
      { what: "group staff", lines: ['displayName: "Staff" → "Everybody"', "claim floor: 2"] },
      {
        what: "client grafana",
        lines: ['name: "Grafana" → "Grafana 12"', "groups: []", "disabled: false → true"],
      },
    ]);
    expect((await getClient(operator, "grafana")).redirectUris).toHaveLength(1);
    expect((await getClient(operator, "notes")).name).toBe("Notes");
  });

  it("removes what it does not name where it says so, and self-registered apps never", async () => {
    await apply(example);
    await t.sql`update clients set source = 'dynamic' where id = 'notes'`;
    const removed = await apply(
      "groups: [{ name: staff, claims: {} }]\nprune: { groups: true, clients: true, claims: true }",
    );
    expect(acts(removed)).toEqual([
      "change group staff",
      "remove client grafana",
      "remove group contractors",
    ]);
    expect((await getClient(operator, "notes")).id).toBe("notes");
  });

  it("puts people into groups by their addresses, and takes out those whom it prunes", async () => {
    const [ana, leo] = [await buildUser(t.db), await buildUser(t.db)];
    const file = (members: string[], prune = "") =>
      `groups: [{ name: staff, members: [${members}] }]\n${prune}`;
    await apply(file([ana.actor.username, leo.actor.username]));
    expect(await findGroupNamesOf(t.db, leo.actor.userId)).toEqual(["staff"]);
    expect(await apply(file([ana.actor.username]))).toEqual([]);
    await apply(file([ana.actor.username], "prune: { members: true }"));
    expect(await findGroupNamesOf(t.db, leo.actor.userId)).toEqual([]);
    expect(await problemsOf(file(["nobody@example.com"]))).toMatchObject([
      { path: ["groups", 0, "members", 0], message: "is nobody here: nobody@example.com" },
    ]);
  });
});

describe("secrets", () => {
  const file = (name: string) =>
    `clients: [{ id: app, name: App, redirectUris: [https://app.example.com/cb], secretEnv: ${name} }]`;
  it("that are brought along are taken, added when they change, and never told", async () => {
    secrets.set("FIRST", "a".repeat(40)).set("SECOND", "b".repeat(40));
    expect(await apply(file("FIRST"))).toMatchObject([{ act: "add", what: "client app" }]);
    expect(await apply(file("FIRST"))).toEqual([]);
    const second = await apply(file("SECOND"));
    expect(second).toEqual([{ act: "change", what: "client app", lines: ["secret: added"] }]);
    const rows = await t.sql`select count(*)::int as n from client_secrets where client_id = 'app'`;
    expect(rows[0]?.n).toBe(2);
    expect(await exportConfiguration(operator, { withMembers: true })).not.toMatch(/secret|aaaa|bbbb/);
  });

  it("that could be guessed are refused", async () => {
    secrets.set("SHORT", "hunter2");
    expect(await problemsOf(file("SHORT"))).toMatchObject([{ path: ["clients", 0, "secret"] }]);
  });
});

describe("what is wrong", () => {
  it("with an app undoes the groups before it", async () => {
    const text =
      "groups: [{ name: staff }]\nclients: [{ id: a, name: A, redirectUris: [https://a.example.com/cb], jwksUri: https://a.example.com/jwks, jwks: { keys: [{ kty: RSA }] } }]";
    expect(await problemsOf(text)).toContainEqual({
      path: ["clients", 0, "jwks"],
      message: "must not stand beside jwksUri: keys by value or by address",
    });
    expect(await exportConfiguration(operator, { withMembers: true })).toBe("{}\n");
    expect(await successes()).toEqual([]);
  });

  it("with a group that an app names is told at its place", async () => {
    const text = "clients: [{ id: a, name: A, redirectUris: [https://a.example.com/cb], groups: [nowhere] }]";
    expect(await problemsOf(text)).toMatchObject([{ path: ["clients", 0, "groups", 0] }]);
    expect(await problemsOf(text, true)).toMatchObject([{ path: ["clients", 0, "groups", 0] }]);
  });

  it("with a setting that the environment says is refused by its variable", async () => {
    const { config } = t.runtime({ SIGN_UP: "open" });
    const { configuration } = readConfiguration("settings: { signUp: closed }");
    const run = applyConfiguration(
      { ...operator, config },
      { configuration, readSecret: async () => undefined, dryRun: true },
    );
    await expect(run).rejects.toMatchObject({
      problems: [{ path: ["settings", "signUp"], message: "is set by SIGN_UP in the environment" }],
    });
  });

  it("is nobody's to do who may not", async () => {
    const { actor } = await buildUser(t.db);
    await expect(apply("groups: [{ name: staff }]", false, { ...operator, actor })).rejects.toMatchObject({
      problems: [{ message: expect.stringMatching(/not allowed|may not|permission/i) }],
    });
  });
});

it("writes a file that changes nothing where it came from, and makes the same elsewhere", async () => {
  const { actor } = await buildUser(t.db);
  await apply(example);
  await apply(`groups: [{ name: staff, members: [${actor.username}] }]`);
  const exported = await exportConfiguration(operator, { withMembers: true });
  expect(exported).toContain(actor.username);
  expect(await apply(exported)).toEqual([]);
  const withoutPeople = await exportConfiguration(operator, { withMembers: false });
  expect(withoutPeople).not.toContain(actor.username);
  const elsewhere = await testDatabase();
  try {
    await apply(withoutPeople, false, { ...operator, db: elsewhere.db });
    expect(await exportConfiguration({ ...operator, db: elsewhere.db }, { withMembers: false })).toBe(
      withoutPeople,
    );
  } finally {
    await elsewhere.close();
  }
});
