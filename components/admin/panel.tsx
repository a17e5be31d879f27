/** A part of a page with a heading of its own. */
import { type ReactNode, useId } from "react";

interface PanelProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly tone?: "plain" | "danger";
  readonly children: ReactNode;
}

export function Panel({ title, lead, tone = "plain", children }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={`rounded-lg border bg-surface p-4 sm:p-5 ${tone === "danger" ? "border-danger" : "border-border"}`}
    >
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      {lead === undefined ? null : <p className="mt-1 max-w-[65ch] text-muted">{lead}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
