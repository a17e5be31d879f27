/** Names that people chose, made fit to stand in a mail: whoever opens an account with another's address chooses them. */

/** The props that hold what people typed. */
const named = new Set(["name", "passkey", "invitedBy"]);

/** The same facts, with each name on one line, unable to turn the text around it, and nothing that becomes a link. */
export function showNames<P extends object>(props: P, direction: "ltr" | "rtl"): P {
  const shown = Object.entries(props).map(([key, value]) => [
    key,
    named.has(key) && typeof value === "string" ? showName(value, direction) : value,
  ]);
  return Object.fromEntries(shown) as P;
}

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

/**
 * Mail programs make links of what looks like an address. A word joiner, which nobody sees, behind its dots and before
 * its slashes keeps them from it. The isolates are what `bdi` is in HTML, and hold in both parts.
 */
export function showName(name: string, direction: "ltr" | "rtl"): string {
  const text = name
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .replace(/(?<=\S)\.(?=\p{L})/gu, ".\u2060")
    .replace(/:(?=\/)/g, ":\u2060")
    .replace(/@(?=\S)/g, "@\u2060")
    .trim();
  return direction === "rtl" || rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
