/** Keeps names that are written the other way from turning the sentence around them about (Unicode Bidirectional Algorithm, section 2.4). */

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
const leftToRight = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])\p{L}/u;

/** The text between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, where it could do harm in a page of that direction. */
export function isolate(text: string, direction: "ltr" | "rtl"): string {
  const other = direction === "ltr" ? rightToLeft : leftToRight;
  return other.test(text) ? `\u2068${text}\u2069` : text;
}
