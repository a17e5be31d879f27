/** A small label of a state; the words carry the meaning, the colour only helps. */
import type { ReactNode } from "react";

export type BadgeTone = "ok" | "warn" | "info" | "accent" | "neutral";

const tones: Readonly<Record<BadgeTone, string>> = {
  ok: "bg-ok-soft text-ok-soft-fg",
  warn: "bg-warn-soft text-warn-soft-fg",
  info: "bg-info-soft text-info-soft-fg",
  accent: "bg-accent-soft text-accent-soft-fg",
  neutral: "bg-sunken text-muted",
};

export function Badge({ tone, children }: { readonly tone: BadgeTone; readonly children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center rounded-sm border border-transparent px-1.5 py-0.5 text-xs font-medium ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
