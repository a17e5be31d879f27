/** What a list finds as a file, below the list. */
import { ExportLinks } from "#components/admin/export-links.tsx";
import { listAddress } from "#components/admin/list-address.ts";
import type { Config } from "#lib/config/load-config.ts";
import { ceremonyWords } from "../../(auth)/passkey-words.ts";
import type { PageLanguage } from "../../page-context.ts";

interface ListExportProps {
  readonly language: PageLanguage;
  readonly config: Config;
  /** Where the file is. */
  readonly path: string;
  readonly filters?: Readonly<Record<string, string | undefined>>;
}

export function ListExport({ language, config, path, filters = {} }: ListExportProps) {
  const { t, locale } = language;
  const numbers = { count: "{count}", size: "{size}" };
  return (
    <div className="mt-4">
      <ExportLinks
        files={(["csv", "jsonl"] as const).map((format) => ({
          href: listAddress(path, filters, { format }),
          short: t(`adminReach.export.${format}`),
          label: t("adminReach.export.as", { format: t(`adminReach.export.${format}`) }),
        }))}
        words={{
          title: t("adminReach.export.label"),
          running: t("adminReach.export.running", numbers),
          done: t("adminReach.export.done", numbers),
          stop: t("adminAudit.export.stop"),
          stopped: t("adminAudit.export.stopped"),
          failed: t("adminAudit.export.failed"),
        }}
        ceremony={ceremonyWords(language, config)}
        locale={locale}
      />
    </div>
  );
}
