/** In place of a list that has nothing in it: says so, and what will stand here or how to see more. */
import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly title: string;
  readonly body?: ReactNode;
  /** What to do about it. */
  readonly children?: ReactNode;
}

export function EmptyState({ title, body, children }: EmptyStateProps) {
  return (
    <div className="rounded-lg border border-dashed border-border px-5 py-8 text-center">
      <p className="font-medium">{title}</p>
      {body === undefined ? null : <p className="mx-auto mt-1 max-w-[50ch] text-sm text-muted">{body}</p>}
      {children === undefined ? null : <div className="mt-3 text-sm">{children}</div>}
    </div>
  );
}
