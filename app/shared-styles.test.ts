import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** The custom properties of the first rule that `start` opens. */
function properties(css: string, start: RegExp): Record<string, string> {
  const from = css.search(start);
  const block = css.slice(css.indexOf("{", from + (css.slice(from).match(start)?.[0].length ?? 0) - 1) + 1);
  const body = block.slice(0, block.indexOf("}"));
  return Object.fromEntries(
    body.split(";").flatMap((line) => {
      const [name, ...value] = line.split(":");
      return name?.trim() ? [[name.trim(), value.join(":").replace(/\s+/g, " ").trim()]] : [];
    }),
  );
}

test("the system's dark theme is the chosen dark theme", () => {
  const chosen = properties(read("public/tokens.css"), /\[data-theme="?dark"?\]\s*\{/);
  const system = properties(read("public/system-theme.css"), /:root:not\(\[data-theme\]\)\s*\{/);
  expect(Object.keys(chosen).length).toBeGreaterThan(20);
  expect(system).toEqual(chosen);
});

const fonts = readdirSync(join(root, "public/fonts")).filter((name) => name.endsWith(".woff2"));

test.each(fonts)("%s is the file of the installed package", (name) => {
  const packageName = name.startsWith("onest") ? "onest" : "geist-mono";
  const ours = readFileSync(join(root, "public/fonts", name));
  const theirs = readFileSync(join(root, "node_modules/@fontsource-variable", packageName, "files", name));
  expect(ours.equals(theirs)).toBe(true);
});

test.each(fonts)("%s is used", (name) => {
  expect(read("public/fonts.css")).toContain(`/fonts/${name}`);
});
