/** What the bar under a table says when rows are ticked. */
import type { BulkWords } from "#components/admin/bulk-result.tsx";
import type { Translate } from "#lib/i18n/translator.ts";

export function bulkBarWords(t: Translate): BulkWords {
  const count = { count: "{count}" };
  return {
    label: t("adminBulk.label"),
    selected: t("admin.bulk.selected", count),
    what: t("adminBulk.what"),
    apply: t("adminBulk.apply"),
    clear: t("adminBulk.clear"),
    cancel: t("admin.action.cancel"),
    confirm: t("adminBulk.confirm"),
    close: t("admin.bulk.close"),
    stop: t("adminBulk.stop"),
    undo: t("adminBulk.undo"),
    progress: t("adminBulk.progress", { past: "{past}", total: "{total}" }),
    done: t("admin.bulk.done", count),
    unchanged: t("adminBulk.unchanged", count),
    refused: t("admin.bulk.refused", count),
  };
}
