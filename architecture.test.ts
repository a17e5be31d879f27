/** Holds the order of the rooms: a folder may import only itself and the folders above it in this list. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const rooms = [
  "drizzle",
  "lib/i18n",
  "lib/errors",
  "lib/config",
  "lib/crypto",
  "lib/log",
  "lib/csv",
  "lib/metrics",
  "lib/mail",
  "lib/mail-templates",
  "lib/outgoing",
  "lib/db",
  "lib/context",
  "lib/images",
  "lib/places",
  "lib/audit",
  "lib/rate-limit",
  "lib/outbox",
  "lib/settings",
  "lib/users",
  "lib/credentials",
  "lib/sessions",
  "lib/permissions",
  "lib/clients",
  "lib/grants",
  "lib/passkeys",
  "lib/groups",
  "lib/branding",
  "lib/signing-keys",
  "lib/api-keys",
  "lib/accounts",
  "lib/exports",
  "lib/oidc",
  "lib/apply",
  "lib/audit-log",
  "lib/health",
  "lib/overview",
  "lib/backup",
  "lib/jobs",
  "lib/http",
  "lib/api",
  "lib/cli",
  "components",
  "app",
  "server",
] as const;

const largestFileLines = 400;
const longFilesAllowed = /(^|\/)(schema|catalogue[^/]*|codes)\.ts$|^lib\/i18n\/messages\//;

const isTest = (path: string) => /\.(test|bench)\.tsx?$/.test(path) || path.startsWith("lib/testing/");

const sources = globSync("{drizzle,lib,components,app,server}/**/*.{ts,tsx}", {
  cwd: import.meta.dirname,
  exclude: (name) => name === "node_modules" || name === "migrations",
})
  .concat(globSync("app/.well-known/**/*.ts", { cwd: import.meta.dirname }))
  .map((path) => path.replaceAll("\\", "/"))
  .sort();

const text = new Map(sources.map((path) => [path, readFileSync(join(import.meta.dirname, path), "utf8")]));

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every import of our own files, types included, as paths from the root. */
const imports: Import[] = sources.flatMap((from) =>
  [...(text.get(from) ?? "").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(([, specifier = ""]) => {
    if (specifier.startsWith("#")) return [{ from, to: specifier.slice(1) }];
    if (specifier.startsWith(".")) return [{ from, to: normalize(join(dirname(from), specifier)) }];
    return [];
  }),
);

const roomOf = (path: string) =>
  rooms.findLast((room) => path === room || path.startsWith(`${room}/`)) ?? `unlisted: ${path}`;

describe("the rooms of the house", () => {
  it("has a place in the list for every source file", () => {
    expect(sources.filter((path) => !isTest(path) && roomOf(path).startsWith("unlisted"))).toEqual([]);
  });

  it("imports only the same room or rooms above it", () => {
    const order = (path: string) => rooms.indexOf(roomOf(path) as (typeof rooms)[number]);
    const upward = imports.filter(({ from, to }) => !isTest(from) && !isTest(to) && order(to) > order(from));
    expect(upward.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("lets components import only components, lib/i18n, schemas and limits", () => {
    const allowed = /^(components\/|lib\/i18n\/|lib\/[^/]+(\/[^/]+)?\/(schema|limits)\.ts$)/;
    const stray = imports.filter(
      ({ from, to }) => from.startsWith("components/") && !isTest(from) && !allowed.test(to),
    );
    expect(stray.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("lets nothing but tests import lib/testing", () => {
    const stray = imports.filter(({ from, to }) => to.startsWith("lib/testing/") && !isTest(from));
    expect(stray.map(({ from }) => from)).toEqual([]);
  });

  it("names tables in store.ts, cleanup.ts, reseal.ts and the audit's append alone", () => {
    const tables = /from "#drizzle\/schema\/(?!ids|columns)[^"]+"/;
    const mayName = /(^|\/)(store|cleanup|reseal|append-audit-event)\.ts$|^lib\/db\/|^drizzle\//;
    const naming = sources.filter((path) => {
      if (isTest(path) || mayName.test(path)) return false;
      return [...(text.get(path) ?? "").matchAll(/import (type )?[^;]*?;/g)].some(
        ([statement, typeOnly]) => !typeOnly && tables.test(statement),
      );
    });
    expect(naming).toEqual([]);
  });

  it("has no import cycle between files", () => {
    const edges = new Map<string, string[]>();
    for (const { from, to } of imports) edges.set(from, [...(edges.get(from) ?? []), to]);
    const state = new Map<string, "open" | "done">();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === "done") return;
      if (state.get(path) === "open") {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
        return;
      }
      state.set(path, "open");
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
      state.set(path, "done");
    };
    for (const path of edges.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it(`has no file over ${largestFileLines} lines but schemas and catalogues`, () => {
    const long = sources.filter(
      (path) => !longFilesAllowed.test(path) && (text.get(path) ?? "").split("\n").length > largestFileLines,
    );
    expect(long).toEqual([]);
  });

  it("reads the environment in lib/config alone", () => {
    const readers = sources.filter(
      (path) =>
        !path.startsWith("lib/config/") && !isTest(path) && /\bprocess\.env\b/.test(text.get(path) ?? ""),
    );
    expect(readers).toEqual([]);
  });

  it("keeps server actions in app/**/actions.ts", () => {
    const stray = sources.filter(
      (path) => /^\s*"use server"/m.test(text.get(path) ?? "") && !/^app\/.*actions\.ts$/.test(path),
    );
    expect(stray).toEqual([]);
  });

  it("keeps Requests out of the protocol: lib/oidc and every room above lib/http", () => {
    const http = rooms.indexOf("lib/http");
    const stray = sources.filter((path) => {
      const index = rooms.indexOf(roomOf(path) as (typeof rooms)[number]);
      return (
        path.startsWith("lib/") &&
        index >= 0 &&
        index < http &&
        !isTest(path) &&
        /\bnew (Request|Response)\(|from "next\//.test(text.get(path) ?? "")
      );
    });
    expect(stray).toEqual([]);
  });

  it("has no barrel but the schema's", () => {
    const barrels = sources.filter(
      (path) => /(^|\/)index\.tsx?$/.test(path) && path !== "drizzle/schema/index.ts",
    );
    expect(barrels).toEqual([]);
  });
});
