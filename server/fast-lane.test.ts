import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { indexFastLane } from "./answer-fast-lane.ts";
import { fastLane } from "./fast-lane.ts";

const app = join(import.meta.dirname, "../app");
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const routes = indexFastLane(fastLane);

describe("the fast lane's table", () => {
  it.each([...routes])("has at %s what the route module exports, and all of it", async (path, handlers) => {
    const file = join(app, path, "route.ts");
    expect(existsSync(file)).toBe(true);
    const module = (await import(file)) as Record<string, unknown>;
    const exported = methods.filter((method) => method in module);
    expect([...handlers.keys()].sort()).toEqual(exported.sort());
    for (const [method, handler] of handlers) expect(handler).toBe(module[method]);
  });

  it("lists every endpoint that only machines call", () => {
    const machine = globSync("api/**/route.ts", { cwd: app }).map(
      (file) => `/${file.replace("/route.ts", "")}`,
    );
    expect([...routes.keys()]).toEqual(expect.arrayContaining(machine));
  });

  it("leaves to Next what shows pages or needs a browser", () => {
    for (const path of [
      "/oauth/authorize",
      "/oauth/resume",
      "/oauth/consent",
      "/oauth/end-session",
      "/sign-in",
    ])
      expect(routes.has(path)).toBe(false);
  });
});
