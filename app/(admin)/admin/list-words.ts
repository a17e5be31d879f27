/** The words that every list of the administration needs. */
import type { Translate } from "#lib/i18n/translator.ts";

/** `count` is exact up to `most`. Of nothing there is nothing to say: the list itself tells it. */
export function countWords(t: Translate, count: number, most: number): string {
  if (count === 0) return "";
  return count > most ? t("admin.list.countMore", { count: most }) : t("admin.list.count", { count });
}

/** The first choice of a filter, which is none. */
export function allOf(label: string) {
  return { value: "", label };
}
