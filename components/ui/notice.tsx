/** A remark that stands in the page from the start: no live region, since nothing has changed. */
import type { ReactNode } from "react";

export type NoticeTone = "info" | "warn" | "danger";

const tones: Readonly<Record<NoticeTone, string>> = {
  info: "bg-info-soft text-info-soft-fg",
  warn: "bg-warn-soft text-warn-soft-fg",
  danger: "bg-danger-soft text-danger-soft-fg",
};

export function Notice({ tone, children }: { readonly tone: NoticeTone; readonly children: ReactNode }) {
  return (
    <div className={`rounded-md border border-transparent px-4 py-3 text-sm ${tones[tone]}`}>{children}</div>
  );
}
