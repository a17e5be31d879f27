import { expect, test } from "vitest";
import { continueTarget } from "./continue-target.ts";

const interaction = "a".repeat(43);

test("an app's request comes before everything else", () => {
  expect(continueTarget({ interaction, next: "/account/x" })).toBe(
    `/oauth/resume?interaction=${interaction}`,
  );
});

test.each(["/account", "/account/", "/account/passkeys?x=1", "/approve?code=WDJB-MJHT-WDJB"])(
  "keeps the page %s",
  (next) => {
    expect(continueTarget({ interaction: undefined, next })).toBe(next);
  },
);

test.each([
  "https://evil.example/account",
  "//evil.example/account",
  "/\\evil.example/account",
  "\\\\evil.example/account",
  "/account/../oauth/resume",
  "/account/%2e%2e/oauth",
  "/accountant",
  "/approve/decision",
  "/approve/../oauth/resume",
  "javascript:alert(1)",
  "/",
  "",
  " //evil.example",
  "/\t/evil.example/account",
  `/account/${"a".repeat(600)}`,
])("does not follow %j", (next) => {
  expect(continueTarget({ interaction: undefined, next })).toBe("/account");
});

test("does not follow a repeated next", () => {
  expect(continueTarget({ interaction: undefined, next: ["/account/a", "/account/b"] })).toBe("/account");
});
