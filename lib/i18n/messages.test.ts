/** Holds the languages to each other: what the types cannot see inside a message. */
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "./locales.ts";
import { catalogues } from "./translator.ts";

function messagesOf(locale: Locale): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: object, path: string): void => {
    for (const [name, value] of Object.entries(node)) {
      const key = path === "" ? name : `${path}.${name}`;
      if (typeof value === "string") found.set(key, value);
      else visit(value, key);
    }
  };
  visit(catalogues[locale], "");
  return found;
}

const english = messagesOf("en");
const others = locales.filter((locale) => locale !== "en");

/** What a message takes: `{name}`, `{count, plural}`, `<tag>`, and the cases of a `select`. */
function slots(elements: readonly MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...slots(element.children)];
      case TYPE.plural:
      case TYPE.select: {
        const cases = Object.values(element.options).flatMap((option) => slots(option.value));
        const names = element.type === TYPE.select ? Object.keys(element.options).sort().join("|") : "plural";
        return [`{${element.value}, ${names}}`, ...cases];
      }
      default:
        return [`{${element.value}}`];
    }
  });
  return [...new Set(found)].sort();
}

function plurals(elements: readonly MessageFormatElement[]): string[][] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return plurals(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const nested = Object.values(element.options).flatMap((option) => plurals(option.value));
    return element.type === TYPE.plural ? [Object.keys(element.options), ...nested] : nested;
  });
}

describe.each(locales)("the messages in %s", (locale) => {
  const messages = messagesOf(locale);

  it("are well formed, and none is empty", () => {
    for (const [key, text] of messages) {
      expect(text.trim(), key).not.toBe("");
      expect(() => parse(text), key).not.toThrow();
    }
  });

  it("count in every plural of the language, and in no other", () => {
    const known = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, text] of messages)
      for (const cases of plurals(parse(text)))
        expect(cases.filter((name) => !name.startsWith("=")).sort(), key).toEqual([...known].sort());
  });

  it("hold no straight apostrophe, which would quote what follows", () => {
    for (const [key, text] of messages) expect(text, key).not.toContain("'");
  });

  it("never say that the person cancelled something", () => {
    for (const [key, text] of messages)
      expect(text, key).not.toMatch(/cancell?ed|you refused|aborted|abgebrochen|annulé|cancelad|ألغيت/i);
  });
});

describe.each(others)("the %s catalogue", (locale) => {
  const messages = messagesOf(locale);

  it("has exactly the keys of the English one", () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("takes in each message what the English one takes", () => {
    for (const [key, text] of messages)
      expect(slots(parse(text)), key).toEqual(slots(parse(english.get(key) ?? "")));
  });
});

it("has French spaces before its double punctuation", () => {
  for (const [key, text] of messagesOf("fr")) {
    expect(text, key).not.toMatch(/ [?!;:»]|« /);
    expect(text.replace(/\{[^}]*\}|https?:/g, ""), key).not.toMatch(/[\p{L}\d)>’][?!;»]|\p{L}:(\s|$)/u);
  }
});
