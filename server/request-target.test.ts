import { describe, expect, it } from "vitest";
import { readTarget } from "./request-target.ts";

describe("readTarget", () => {
  it("splits the path from the query and leaves both encoded", () => {
    expect(readTarget("GET", "/a%20b?x=%C3%A9")).toEqual({ path: "/a%20b", search: "?x=%C3%A9" });
    expect(readTarget("GET", "/a?")).toEqual({ path: "/a", search: "" });
  });

  it("takes the path alone of an absolute target", () => {
    expect(readTarget("GET", "http://evil.example/oauth/jwks?a=1")).toEqual({
      path: "/oauth/jwks",
      search: "?a=1",
    });
  });

  it.each(["TRACE", "CONNECT", "PROPFIND", "get", ""])("refuses the method '%s'", (method) => {
    expect(readTarget(method, "/")).toMatchObject({ code: "METHOD_NOT_ALLOWED" });
  });

  it.each([
    "",
    "*",
    "oauth/token",
    "//evil.example/",
    "http://",
    "ftp://a/",
    "/%",
    "/%E0%A4",
    "/%00",
    "/a%0d%0aSet-Cookie:x",
    "/\\evil",
    "/a#b",
    "/a?b=%00",
  ])("refuses the target '%s'", (target) => {
    expect(readTarget("GET", target)).toMatchObject({ code: "INVALID_REQUEST" });
  });
});
