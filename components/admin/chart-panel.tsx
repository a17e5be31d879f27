/** A figure with its summary in words, the same as a table, and the way to the events behind it. */
import { type ReactNode, useId } from "react";

interface ChartPanelProps {
  readonly title: string;
  /** Says what the picture says. */
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly table: ReactNode;
  readonly tableLabel: string;
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

export function ChartPanel({ title, summary, children, table, tableLabel, links }: ChartPanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-lg border border-border bg-surface p-4 sm:p-5">
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      <p className="mt-1 mb-4 text-muted">{summary}</p>
      {children}
      <div className="mt-3 grid gap-2">
        <details className="group">
          <summary className="text-link inline-flex min-h-6 cursor-pointer items-center pointer-coarse:min-h-11">
            {tableLabel}
          </summary>
          <div className="mt-2 max-h-96 overflow-y-auto" tabIndex={-1}>
            {table}
          </div>
        </details>
        {links.length === 0 ? null : (
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            {links.map(({ href, label }) => (
              <a key={href} href={href} className="text-link">
                {label}
              </a>
            ))}
          </p>
        )}
      </div>
    </section>
  );
}
