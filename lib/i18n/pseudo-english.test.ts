import { parse } from "@formatjs/icu-messageformat-parser";
import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import { en } from "./messages/en.ts";
import { pseudoCatalogue, pseudoMessage } from "./pseudo-english.ts";

it("is longer, strange, and marks its ends", () => {
  expect(pseudoMessage("Sign in")).toBe("⟦Šííĝñ ííñ⟧");
});

it("leaves names, tags and plurals alone", () => {
  expect(pseudoMessage("Hello, <name></name>: {count, plural, one {# key} other {# keys}}")).toBe(
    "⟦Ĥééļļöö, <name></name>: {count,plural,one{# ķééý} other{# ķééýš}}⟧",
  );
});

it("makes a catalogue that works, with no plain letter of its own", () => {
  const messages = pseudoCatalogue(en);
  const t = createTranslator({ locale: "en", messages });
  expect(t("passkeys.count", { count: 2 })).toBe("⟦2 þááššķééýš⟧");
  const visit = (node: object): void => {
    for (const value of Object.values(node)) {
      if (typeof value !== "string") visit(value);
      else {
        expect(() => parse(value)).not.toThrow();
        expect(value.replace(/\{[^{}]*\}|<[^>]*>|\{\w+,\w+,|\b\w+\{/g, "")).not.toMatch(/[A-Za-z]/);
      }
    }
  };
  visit(messages);
});
