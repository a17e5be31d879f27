/** The languages of the interface. */

/** BCP 47 tags, the last resort first. */
export const locales = ["en", "de", "fr", "es", "ar"] as const;
export type Locale = (typeof locales)[number];

/** What each is called by those who speak it: whoever looks for their language reads no other. */
export const localeNames: Readonly<Record<Locale, string>> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  ar: "العربية",
};

const rightToLeftScripts = new Set(["Arab", "Hebr", "Syrc", "Thaa"]);

/** Writing direction of a page (`dir`). */
export function directionOf(locale: Locale): "ltr" | "rtl" {
  const { script = "" } = new Intl.Locale(locale).maximize();
  return rightToLeftScripts.has(script) ? "rtl" : "ltr";
}
