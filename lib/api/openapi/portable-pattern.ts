/**
 * A regular expression of ours → one that means the same in every language. JSON Schema takes ECMAScript's, and advises to
 * keep to what all have in common (draft 2020-12, section 6.4): classes, groups, quantifiers, anchors. Escapes are \uXXXX
 * and those of punctuation.
 */

/** One element of a pattern. What is none of these is not translated. */
const element =
  /\\p\{(?<property>\w+)\}|\\x(?<hex>[0-9a-fA-F]{2})|\\u[0-9a-fA-F]{4}|\\(?<digit>d)|\\[^\w\s]|(?<group>\(\?:)|\((?!\?)|[^\\(]/gu;

/** A class of nothing, which most languages do not take for one. */
const emptyClass = /\[\^?\]/;

/**
 * Ranges inside of a class. Halves of surrogate pairs are no characters, so there is nothing to leave out: text that
 * travels as UTF-8 has none, and most languages could not even write them.
 */
const properties: Readonly<Record<string, string>> = { Cc: "\\u0000-\\u001f\\u007f-\\u009f", Cs: "" };

/** Undefined where there is none that means the same. */
export function portablePattern(source: string): string | undefined {
  let [portable, at, inClass] = ["", 0, false];
  for (const match of source.matchAll(element)) {
    const [text] = match;
    if (match.index !== at) return undefined;
    at += text.length;
    if (text === "[") inClass = true;
    else if (text === "]") inClass = false;
    const translated = translate(text, match.groups ?? {}, inClass);
    if (translated === undefined) return undefined;
    portable += translated;
  }
  return at === source.length && !emptyClass.test(portable) ? portable : undefined;
}

function translate(
  text: string,
  { property, hex, digit, group }: Record<string, string | undefined>,
  inClass: boolean,
): string | undefined {
  if (property !== undefined) return inClass ? properties[property] : undefined;
  if (hex !== undefined) return `\\u00${hex}`;
  if (digit !== undefined) return inClass ? "0-9" : "[0-9]";
  // Languages differ about what ends a line.
  if (text === "." && !inClass) return undefined;
  // What a group remembers, nothing reads.
  return group === undefined || inClass ? text : "(";
}
