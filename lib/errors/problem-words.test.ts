import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { newInvitationSchema } from "#lib/accounts/invitations/schema.ts";
import { locales } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translator.ts";
import { profileChangeSchema } from "#lib/users/schema.ts";
import { fieldProblems } from "./field-problems.ts";
import { problemWords, rulesByMessage } from "./problem-words.ts";

const t = translator("en");
const german = translator("de");

function said(schema: z.ZodType, input: unknown, words = t): string[] {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : fieldProblems(parsed.error).map((problem) => problemWords(words, problem));
}

describe("a refused field", () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ["nothing", z.string().min(1), "", "Fill this in."],
    ["no field at all", z.strictObject({ a: z.string() }), {}, "Fill this in."],
    ["too little text", z.string().min(3), "ab", "Use at least 3 characters."],
    ["too much text", z.string().max(1), "ab", "Use at most 1 character."],
    ["too small a number", z.number().min(5), 4, "Enter 5 or more."],
    ["too large a number", z.number().max(1000), 1001, "Enter 1,000 or less."],
    ["too few", z.array(z.string()).min(2), ["a"], "Name at least 2."],
    ["too many", z.array(z.string()).max(2), ["a", "b", "c"], "Name at most 2."],
    ["no number", z.number(), "x", "Enter a number."],
    ["a fraction", z.int(), 1.5, "Enter a whole number."],
    ["no address of mail", z.email(), "x", "Enter an e-mail address such as ana@example.com."],
    ["no address of the web", z.url(), "x", "Enter a whole address such as https://app.example.com."],
    ["none of a list", z.enum(["a", "b"]), "c", "Choose one of those that are offered."],
    [
      "a field that nobody knows",
      z.strictObject({}),
      { a: 1 },
      "This isn’t known here. Load the page again.",
    ],
    ["an id of nobody", z.uuid(), "x", "This isn’t known here. Load the page again."],
    [
      "what has no words",
      z.string().refine(() => false),
      "x",
      "This doesn’t work here. Change it and try again.",
    ],
  ])("says what to do about %s", (_, schema, input, words) => {
    expect(said(schema, input)).toEqual([words]);
  });

  it("is spoken of in the language of the page, whatever the schema says to programs", () => {
    expect(said(newInvitationSchema, { email: "x", uses: 0, note: "a\u0007" }, german)).toEqual([
      "Gib eine E-Mail-Adresse wie ana@example.com ein.",
      "Gib 1 oder mehr ein.",
      "Lass Zeilenumbrüche und unsichtbare Zeichen weg.",
    ]);
    expect(said(profileChangeSchema, { phoneNumber: "12", birthdate: "2026-02-31" }, german)).toEqual([
      "Gib einen Tag ein, den es im Kalender gibt, zum Beispiel 1990-05-17.",
      "Gib die Nummer mit Landesvorwahl und ohne Leerzeichen ein, zum Beispiel +41441234567.",
    ]);
  });
});

it("knows rules only by words that the API still says", () => {
  const root = join(import.meta.dirname, "../..");
  const sources = globSync("lib/**/*.ts", { cwd: root, exclude: (name) => name.includes(".test.") })
    .filter((file) => !file.startsWith("lib/errors/problem-words"))
    .map((file) => readFileSync(join(root, file), "utf8"))
    .join("\n");
  expect(Object.keys(rulesByMessage).filter((message) => !sources.includes(message))).toEqual([]);
});

it.each(locales)("has all words in %s", (locale) => {
  const words = translator(locale);
  for (const message of Object.keys(rulesByMessage))
    expect(problemWords(words, { path: "", message })).not.toMatch(/problems\.|\{/);
});
