/** Where the value of a setting comes from. */
import { Badge } from "#components/ui/badge.tsx";
import type { Translate } from "#lib/i18n/translator.ts";

interface SourceNoteProps {
  readonly t: Translate;
  readonly source: "environment" | "changed" | "default";
  readonly variable: string;
  /** What it would be unchanged, in words. */
  readonly unchanged: string;
}

export function SourceNote({ t, source, variable, unchanged }: SourceNoteProps) {
  if (source === "default") return <span className="text-xs text-muted">{t("adminPolicy.isDefault")}</span>;
  if (source === "changed")
    return (
      <span className="inline-flex flex-wrap items-center gap-2 text-xs text-muted">
        <Badge tone="accent">{t("adminPolicy.isChanged")}</Badge>
        {t("adminPolicy.defaultIs", { value: unchanged })}
      </span>
    );
  return (
    <span className="inline-flex flex-wrap items-center gap-2 text-xs text-muted">
      <Badge tone="info">{t("adminPolicy.isLocked")}</Badge>
      <span className="mono" dir="ltr">
        {variable}
      </span>
    </span>
  );
}
