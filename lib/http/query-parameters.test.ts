import { describe, expect, it } from "vitest";
import { readQuery } from "./query-parameters.ts";

const read = (query: string) => readQuery(`https://id.example.com/api/v1/x${query}`);

describe("a query", () => {
  it("is read as texts by name", () => {
    expect(read("")).toEqual({});
    expect(read("?limit=5&cursor=a%3Ab+c")).toEqual({ limit: "5", cursor: "a:b c" });
    expect(Object.keys(read("?__proto__=1"))).toEqual(["__proto__"]);
  });

  it.each(["?a=1&a=2", "?a&a", "?a=%00", "?%00=1", "?a=1%00"])("is refused: %s", (query) => {
    expect(() => read(query)).toThrow(expect.objectContaining({ code: "INVALID_REQUEST" }));
  });

  it.each(["?a=%ff", "?a=%", "?=1", "?&&", "?a=%ed%a0%80"])("never breaks: %s", (query) => {
    for (const value of Object.values(read(query))) expect(value.isWellFormed()).toBe(true);
  });
});
