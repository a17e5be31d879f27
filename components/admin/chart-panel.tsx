/** A figure with its summary in words, the same as a table, and the way to the events behind it. */
import { type ReactNode, useId } from "react";

interface ChartPanelProps {
  readonly title: string;
  /** Says what the picture says. */
  readonly summary: ReactNode;
  /** Absent, with the table, while there is nothing to show. */
  readonly children?: ReactNode;
  readonly table?: ReactNode;
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
      <p className="mt-1 text-muted">{summary}</p>
      {children ? <div className="mt-4">{children}</div> : null}
      {table ? (
        <details className="mt-3">
          <summary className="text-link inline-flex min-h-6 cursor-pointer items-center pointer-coarse:min-h-11">
            {tableLabel}
          </summary>
          <div className="mt-2">{table}</div>
        </details>
      ) : null}
      {links.length === 0 ? null : (
        <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
          {links.map(({ href, label }) => (
            <a key={href} href={href} className="text-link inline-flex min-h-6 items-center">
              {label}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}
