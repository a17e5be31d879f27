/** What every dialog about many things at once says. */
import type { Translate } from "#lib/i18n/translator.ts";

export function bulkWords(t: Translate) {
  return {
    cancel: t("admin.action.cancel"),
    close: t("admin.bulk.close"),
    clear: t("adminBulk.clear"),
    selected: t("admin.bulk.selected", { count: "{count}" }),
    done: t("admin.bulk.done", { count: "{count}" }),
    refused: t("admin.bulk.refused", { count: "{count}" }),
  };
}
