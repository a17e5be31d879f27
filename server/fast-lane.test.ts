import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findFastRoute, indexFastLane } from "./answer-fast-lane.ts";
import { fastLane } from "./fast-lane.ts";

const app = join(import.meta.dirname, "../app");
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const routes = indexFastLane(fastLane);

describe("the fast lane's table", () => {
  it.each([...routes.byPath])(
    "has at %s what the route module exports, and all of it",
    async (path, handlers) => {
      const file = join(app, path, "route.ts");
      expect(existsSync(file)).toBe(true);
      const module = (await import(file)) as Record<string, unknown>;
      const exported = methods.filter((method) => method in module);
      expect([...handlers.keys()].sort()).toEqual(exported.sort());
      for (const [method, handler] of handlers) expect(handler).toBe(module[method]);
    },
  );

  it("lists every endpoint that only machines call", () => {
    const machine = globSync("api/**/route.ts", { cwd: app }).map(
      (file) => `/${file.replace("/route.ts", "")}`,
    );
    expect([...routes.byPath.keys()]).toEqual(expect.arrayContaining(machine));
  });

  it("leaves to Next what shows pages or needs a browser", () => {
    for (const path of [
      "/oauth/authorize",
      "/oauth/resume",
      "/oauth/consent",
      "/oauth/end-session",
      "/sign-in",
    ])
      expect(findFastRoute(routes, path)).toBeUndefined();
  });

  it("finds an endpoint with a parameter by any one segment in its place, and by no other address", () => {
    const found = findFastRoute(routes, "/api/v1/me/passkeys/0193-anything");
    expect(found).toBe(routes.byPath.get("/api/v1/me/passkeys/[id]"));
    for (const path of [
      "/api/v1/me/passkeys/",
      "/api/v1/me/passkeys/a/b",
      "/x/api/v1/me/passkeys/a",
      "/api/v1/me/passkeysa",
    ])
      expect(findFastRoute(routes, path)).toBeUndefined();
    expect(findFastRoute(routes, "/api/v1/me/passkeys")).toBe(routes.byPath.get("/api/v1/me/passkeys"));
    const member = "/api/v1/admin/groups/[id]/members/[userId]";
    expect(findFastRoute(routes, "/api/v1/admin/groups/a/members/b")).toBe(routes.byPath.get(member));
    expect(findFastRoute(routes, "/api/v1/admin/groups/a/others/b")).toBeUndefined();
  });
});
