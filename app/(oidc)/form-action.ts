/** Where a plain form of the protocol goes: what answers it speaks the language of the page. */
import type { Locale } from "#lib/i18n/locales.ts";

export function formAction(path: `/oauth/${string}`, locale: Locale): string {
  return `${path}?ui_locales=${locale}`;
}
