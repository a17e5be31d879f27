import { expect, test } from "vitest";
import { enFailure } from "./en-failure.ts";
import { directionOf } from "./locales.ts";
import { en } from "./messages/en.ts";
import { translator } from "./translator.ts";

interface Leaf {
  readonly key: string;
  readonly text: string;
}

function leaves(node: object, path: readonly string[] = []): Leaf[] {
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === "string"
      ? [{ key: [...path, name].join("."), text: value }]
      : leaves(value as object, [...path, name]),
  );
}

const all = leaves({ ...en, failureScreen: enFailure });

/** Every placeholder of a message, each given a value; tags pass their content on. */
function valuesFor(text: string): Record<string, unknown> {
  const names = [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => [name, 2] as const);
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => [name, (chunks: unknown) => chunks] as const);
  return Object.fromEntries([...names, ...tags]);
}

test("every message is well formed", () => {
  const t = translator("en") as unknown as { rich: (key: string, values: object) => unknown };
  for (const { key, text } of leaves(en)) expect(t.rich(key, valuesFor(text)), key).not.toBe("");
});

test("no message says that the person cancelled something", () => {
  for (const { key, text } of all) expect(text, key).not.toMatch(/cancell?ed|you refused|aborted/i);
});

test("counts in the plural that the number asks for", () => {
  expect(translator("en")("passkeys.count", { count: 1 })).toBe("1 passkey");
  expect(translator("en")("passkeys.count", { count: 2 })).toBe("2 passkeys");
});

test("English is written from left to right", () => {
  expect(directionOf("en")).toBe("ltr");
});
