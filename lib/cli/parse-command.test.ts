import { describe, expect, it } from "vitest";
import { commands, helpText } from "./commands.ts";
import { parseCommand } from "./parse-command.ts";
import { UsageError } from "./usage-error.ts";

const parse = (line: string) => parseCommand(commands, line === "" ? [] : line.split(" "));

describe("parseCommand", () => {
  it("finds the command and reads its options", () => {
    const call = parse(
      "client add --name App --redirect-uri https://a.example/1 --redirect-uri https://a.example/2",
    );
    expect(call?.command.name).toBe("client add");
    expect(call?.values).toEqual({
      name: "App",
      "redirect-uri": ["https://a.example/1", "https://a.example/2"],
    });
  });

  it.each(["", "help", "--help", "client add --help", "-h"])("shows the help for '%s'", (line) => {
    expect(parse(line)).toBeUndefined();
  });

  it.each([
    ["bogus", "There is no command 'bogus'."],
    ["client", "There is no command 'client'."],
    ["client rename x", "There is no command 'client rename'."],
    ["client add --colour red", "client add: Unknown option '--colour'."],
    ["client list extra", "client list: Unexpected argument 'extra'."],
    ["client add --name", "client add: Option '--name <value>' argument missing."],
  ])("refuses '%s' and says why", (line, message) => {
    expect(() => parse(line)).toThrow(new UsageError(message));
  });
});

describe("the help", () => {
  it("names every command and every option", () => {
    const text = helpText();
    for (const command of commands) {
      expect(text).toContain(command.name);
      for (const option of Object.keys(command.options)) expect(text).toContain(`--${option}`);
    }
  });
});
