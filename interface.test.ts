/** Holds what every screen keeps to: words come from the catalogues, and sides are named by reading direction. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "rolldown/parseAst";
import { describe, expect, it } from "vitest";

const read = (path: string) => readFileSync(join(import.meta.dirname, path), "utf8");
const files = (pattern: string) =>
  globSync(pattern, { cwd: import.meta.dirname })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .sort();

const screens = [...files("{app,components}/**/*.{ts,tsx}"), ...files("lib/**/*.tsx")];

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

const letters = /\p{L}/u;

/** Attributes, props and properties whose text somebody reads or hears. */
const readable =
  /^(alt|title|placeholder|description|aria-(label|description|roledescription|placeholder|valuetext))$|(label|title|hint|text|body|heading|caption|message|placeholder)$/i;

/** The texts that an expression may become. Arguments are somebody else's: `t("…")` is no text. */
function textsIn(node: Node | undefined): string[] {
  if (!node) return [];
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" && letters.test(node.value) ? [node.value] : [];
    case "TemplateLiteral":
      return (node.quasis as { value: { raw: string } }[])
        .map(({ value }) => value.raw)
        .filter((text) => letters.test(text));
    case "ConditionalExpression":
      return [...textsIn(node.consequent as Node), ...textsIn(node.alternate as Node)];
    case "LogicalExpression":
    case "BinaryExpression":
      return node.type === "LogicalExpression" || node.operator === "+"
        ? [...textsIn(node.left as Node), ...textsIn(node.right as Node)]
        : [];
    case "JSXExpressionContainer":
      return textsIn(node.expression as Node);
    default:
      return [];
  }
}

/** What a program shows although no catalogue knows it. */
function strayTexts(node: Node, within: readonly string[] = []): string[] {
  const name = isNode(node.name) ? String(node.name.name) : "";
  if (node.type === "JSXElement" || node.type === "JSXFragment") {
    const tag = isNode(node.openingElement)
      ? String((node.openingElement.name as Node | undefined)?.name ?? "")
      : "";
    const path = [...within, tag];
    // Commands and codes are the same in every language.
    const shown = path.includes("code")
      ? []
      : (node.children as Node[]).flatMap((child) =>
          child.type === "JSXText"
            ? letters.test(String(child.value))
              ? [String(child.value).trim()]
              : []
            : textsIn(child),
        );
    return [...shown, ...childrenOf(node).flatMap((child) => strayTexts(child, path))];
  }
  const own =
    node.type === "JSXAttribute" && readable.test(name)
      ? textsIn(node.value as Node | undefined)
      : node.type === "Property" && isNode(node.key) && readable.test(String(node.key.name))
        ? textsIn(node.value as Node)
        : [];
  return [...own, ...childrenOf(node).flatMap((child) => strayTexts(child, within))];
}

/** Sentences written where something is refused. */
function strayRefusals(node: Node): string[] {
  const callee = isNode(node.callee) ? String(node.callee.name) : "";
  const refuses =
    (node.type === "NewExpression" && callee === "DomainError") ||
    (node.type === "CallExpression" && callee === "refuse");
  const options = refuses ? (node.arguments as Node[]).filter(({ type }) => type === "ObjectExpression") : [];
  const own = options
    .flatMap(({ properties }) => properties as Node[])
    .filter(({ key }) => isNode(key) && key.name === "message")
    .flatMap(({ value }) => textsIn(value as Node));
  return [...own, ...childrenOf(node).flatMap(strayRefusals)];
}

/** Utilities that name a side of the screen, after any variants. */
const physicalUtility =
  /^(?:[^\s:]+:)*!?-?(?:(?:scroll-)?[mp][lr]-|(?:left|right)-[\d[a(]|border-[lr](?:-|$)|rounded-(?:l|r|tl|tr|bl|br)(?:-|$)|(?:text|float|clear|object|bg|origin)-(?:left|right)(?:-|$)|(?:bg-(?:gradient|linear)-to|mask)-[lr](?:-|$)|-?translate-x-)/;

const physicalStyle =
  /\b(?:margin|padding|border|scroll-margin|scroll-padding|inset)-(?:left|right)\b|(?:^|[\s;{])(?:left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius|translateX\(/;

describe("what people read", () => {
  it.each(screens)("comes from a catalogue in %s", (path) => {
    expect(strayTexts(parseAst(read(path), { lang: "tsx" }) as unknown as Node)).toEqual([]);
  });

  it("comes from a catalogue on the pages that the server writes by itself", () => {
    const between = />[^<>$]*\p{L}[^<>$]*</u;
    const stray = files("{lib/http,server}/**/*.ts").flatMap((path) =>
      [...read(path).matchAll(/`[^`]*<\/[^`]*`/g)].flatMap(
        ([template]) => template.replace(/<script.*?<\/script>/gs, "").match(between) ?? [],
      ),
    );
    expect(stray).toEqual([]);
  });

  it("comes from a catalogue in what operations refuse with", () => {
    // What only callers of the API and the command line meet is English, as their documentation is.
    const forPrograms = /^lib\/(http|api|cli|context|oidc\/registration|api-keys\/idempotency)\//;
    const stray = files("lib/**/*.ts")
      .filter((path) => !forPrograms.test(path) && !path.startsWith("lib/testing/"))
      .flatMap((path) => strayRefusals(parseAst(read(path), { lang: "ts" }) as unknown as Node));
    expect(stray).toEqual([]);
  });

  it("is found wherever it hides", () => {
    const page = `export const x = <p aria-label="Hi" title={a ? "Yes" : t("no.text")} className="mt-2">
      Text {b && "more"} {t("key")} {\`\${n} left\`} <code>npm run x</code> <Field label="Name" id="name" />
    </p>; const y = { title: "Page", kind: "page" };`;
    expect(strayTexts(parseAst(page, { lang: "tsx" }) as unknown as Node).sort()).toEqual(
      ["Hi", "Yes", "Text", "more", " left", "Name", "Page"].sort(),
    );
  });
});

describe("sides", () => {
  it.each(screens)("are logical in %s", (path) => {
    const classes = read(path).match(/[^\s"'`{}]+/g) ?? [];
    expect(classes.filter((token) => physicalUtility.test(token))).toEqual([]);
  });

  it.each(["app/globals.css", ...files("public/*.css")])("are logical in %s", (path) => {
    expect(read(path).match(physicalStyle)?.[0]).toBeUndefined();
  });

  it("are known by their names", () => {
    const physical = [
      "ml-2",
      "sm:-pr-4",
      "left-0",
      "rtl:right-[3px]",
      "text-left",
      "border-l",
      "rounded-tr-md",
    ];
    const logical = [
      "ms-2",
      "pe-4",
      "start-0",
      "text-start",
      "border-s",
      "mx-auto",
      "rounded-s-md",
      "left",
      "mt-1",
    ];
    expect(physical.filter((token) => !physicalUtility.test(token))).toEqual([]);
    expect(logical.filter((token) => physicalUtility.test(token))).toEqual([]);
  });
});
