import { describe, expect, it } from "vitest";
import { checkParameters, readParameters } from "./parameters.ts";

const limits = { scope: 10, resource: 30 };
const read = (entries: [string, string][]) => readParameters(entries, limits, ["resource"]);

describe("readParameters", () => {
  it("ignores what it does not know, names of Object's own included", () => {
    const { values, problems } = read([
      ["extra", "1"],
      ["__proto__", "2"],
      ["constructor", "3"],
      ["scope", "openid"],
    ]);
    expect(values).toEqual({ scope: "openid" });
    expect(problems).toEqual({});
  });

  it("takes an empty value as none", () => {
    expect(read([["scope", ""]]).values).toEqual({});
  });

  it.each([
    [
      "repeated",
      [
        ["scope", "a"],
        ["scope", "a"],
      ],
    ],
    [
      "repeated",
      [
        ["scope", ""],
        ["scope", "a"],
      ],
    ],
    ["too long", [["scope", "x".repeat(11)]]],
    ["malformed", [["scope", "a\0"]]],
  ] as [string, [string, string][]][])("refuses a parameter that is %s", (problem, entries) => {
    const parameters = read(entries);
    expect(parameters).toMatchObject({ values: {}, problems: { scope: problem } });
    expect(() => checkParameters(parameters)).toThrow(`scope is ${problem}.`);
  });

  it("keeps every value of a parameter that may be repeated, in order", () => {
    const { lists, values } = read([
      ["resource", "https://b.example"],
      ["resource", "https://a.example"],
    ]);
    expect(lists).toEqual({ resource: ["https://b.example", "https://a.example"] });
    expect(values).toEqual({});
  });

  it.each([
    ["too long", ["ok", "x".repeat(31)]],
    ["malformed", ["ok", "\0"]],
    ["repeated", Array.from({ length: 33 }, (_, index) => `r${index}`)],
  ])("refuses a list of which one is %s", (problem, list) => {
    const parameters = read(list.map((value) => ["resource", value]));
    expect(parameters).toMatchObject({ lists: {}, problems: { resource: problem } });
  });
});
