/** A part of an account page: what it is about, and what can be done. */
import type { ReactNode } from "react";

interface AccountSectionProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

export function AccountSection({ id, title, lead, children }: AccountSectionProps) {
  return (
    <section aria-labelledby={id} className="rounded-lg border border-border bg-surface p-5 sm:p-6">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {lead === undefined ? null : <p className="mt-1 max-w-[65ch] text-sm text-muted">{lead}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
