import { describe, expect, it } from "vitest";
import { type ConfigurationError, type ProblemPath, within } from "./configuration-error.ts";
import { readConfiguration } from "./read-configuration.ts";

/** What is wrong, with its line, as the command tells it. */
function problemsOf(text: string): string[] {
  try {
    readConfiguration(text);
  } catch (error) {
    const { problems, lineOf } = error as ConfigurationError & { lineOf?: (path: ProblemPath) => number };
    return problems.map(({ path, message }) => `${lineOf?.(path) ?? "-"} ${path.join(".")}: ${message}`);
  }
  return [];
}

describe("reading a configuration", () => {
  it("takes nothing for nothing", () => {
    expect(readConfiguration("").configuration).toEqual({ groups: [], clients: [], prune: {} });
    expect(readConfiguration("# only a comment\n").configuration.clients).toEqual([]);
  });

  it("tells every problem with the line of its key or entry", () => {
    expect(
      problemsOf(
        `groups:
  - name: staff
    colour: blue
  - name: "not a name"
clients:
  - id: app
    name: App
    redirectUris:
      - https://app.example.com/cb
      - http://app.example.com/cb
  - id: nameless
setings: {}
`,
      ),
    ).toEqual([
      "3 groups.0.colour: is not known",
      expect.stringMatching(/^4 groups\.1\.name: must be 1 to 64/),
      expect.stringMatching(/^10 clients\.0\.redirectUris\.1: /),
      expect.stringMatching(/^11 clients\.1\.name: /),
      "12 setings: is not known",
    ]);
  });

  it("refuses what is said twice", () => {
    expect(problemsOf("groups: [{ name: a }, { name: A }]")).toEqual([
      "1 groups.1: is the second group called a",
    ]);
    expect(problemsOf("prune: { groups: true }\nprune: { groups: false }")[0]).toContain("unique");
    expect(problemsOf("clients: [{ id: a, name: A, secretEnv: X, secretFile: y }]")[0]).toContain(
      "must not stand beside",
    );
  });

  it.each([
    ["no YAML", "groups: [", /at line 1/],
    ["a list", "- a", /expected object/i],
    ["a tag that makes something else", "groups: !!js/function 'x'", /Unresolved tag/],
    [
      "an environment's name that is none",
      "clients: [{ id: a, name: A, secretEnv: 'a b' }]",
      /name of a variable/,
    ],
    ["a reserved claim", "groups: [{ name: a, claims: { sub: x } }]", /claims/],
  ])("refuses %s", (_, text, message) => {
    expect(problemsOf(text).join("\n")).toMatch(message);
  });

  it("ends at aliases that would grow without an end", () => {
    const levels = Array.from({ length: 10 }, (_, level) => {
      const before = level === 0 ? '"x"' : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array(10).fill(before).join(", ")}]`;
    });
    const startedAt = performance.now();
    expect(problemsOf(levels.join("\n"))[0]).toContain("alias");
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect(problemsOf(`# ${"x".repeat(5 * 1024 * 1024)}`)[0]).toContain("4 MiB");
  });

  it("lets what is not about the file through as it is", async () => {
    await expect(within(["a"], () => Promise.reject(new TypeError("bug")))).rejects.toThrow(TypeError);
  });
});
