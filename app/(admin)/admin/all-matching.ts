/** What "all that match" is called and how it is found. */
import type { Matching } from "#components/admin/use-matching.ts";
import { mostMatching } from "#lib/accounts/bulk/schema.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface MatchingList {
  /** How many there are, and how many of them the page shows. */
  readonly count: number;
  readonly shown: number;
  readonly filters: Readonly<Record<string, string | undefined>>;
  readonly action: Matching["action"];
}

/** Undefined where the page shows everything that the filters find. */
export function allMatching(t: Translate, list: MatchingList): Matching | undefined {
  const { count, shown, filters, action } = list;
  if (count <= shown) return undefined;
  return {
    label:
      count > mostMatching ? t("adminBulk.allFirst", { count: mostMatching }) : t("adminBulk.all", { count }),
    action,
    filters: Object.fromEntries(
      Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
}
