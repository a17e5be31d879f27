/** The languages of the interface. */

/** BCP 47 tags, the last resort first. */
export const locales = ["en", "de", "fr", "es", "ar"] as const;
export type Locale = (typeof locales)[number];

/** Writing direction of a page (`dir`). */
export function directionOf(locale: Locale): "ltr" | "rtl" {
  return new Intl.Locale(locale).maximize().script === "Arab" ? "rtl" : "ltr";
}
