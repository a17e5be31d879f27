/** YAML → what it says, or every place where it says something else than it may. */
import { isMap, isNode, LineCounter, parseDocument } from "yaml";
import { ConfigurationError, type ConfigurationProblem, type ProblemPath } from "./configuration-error.ts";
import { type Configuration, configurationSchema } from "./schema.ts";

const mostBytes = 4 * 1024 * 1024;
/** Aliases that repeat aliases grow without an end; nobody who writes by hand needs many. */
const mostAliases = 100;

export interface ReadConfiguration {
  readonly configuration: Configuration;
  /** The line of what stands at a path, or of what it stands in. */
  readonly lineOf: (path: ProblemPath) => number;
}

/** @throws ConfigurationError; problems of the YAML itself have no path and say their line */
export function readConfiguration(text: string): ReadConfiguration {
  if (Buffer.byteLength(text) > mostBytes) throw problem("is larger than 4 MiB");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: "1.2", stringKeys: true });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0)
    throw new ConfigurationError(broken.map(({ message }) => ({ path: [], message: firstLine(message) })));
  const lineOf = (path: ProblemPath) => lines.linePos(offsetOf(document, path)).line;
  const parsed = configurationSchema.safeParse(plainValue(document) ?? {});
  if (parsed.success) return { configuration: parsed.data, lineOf };
  throw Object.assign(new ConfigurationError(parsed.error.issues.flatMap(problemsOf)), { lineOf });
}

type Document = ReturnType<typeof parseDocument>;

function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    throw problem(error instanceof Error ? error.message : String(error));
  }
}

function problem(message: string): ConfigurationError {
  return new ConfigurationError([{ path: [], message }]);
}

/** The parser draws the line below its message. */
function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/:$/, "");
}

interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

function problemsOf(issue: Issue): ConfigurationProblem[] {
  const path = issue.path.map((segment) => (typeof segment === "number" ? segment : String(segment)));
  if (issue.code === "unrecognized_keys")
    return (issue.keys ?? []).map((key) => ({ path: [...path, key], message: "is not known" }));
  return [{ path, message: issue.message }];
}

/** Where the key or the entry begins; for what is missing, where the thing begins that lacks it. */
function offsetOf(document: Document, path: ProblemPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const key = parent.items.find((item) => isNode(item.key) && String(item.key) === String(last))?.key;
      if (isNode(key) && key.range) return key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
