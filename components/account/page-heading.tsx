/** What an account page begins with: its name, what it is for, and its main action. */
import type { ReactNode } from "react";

interface PageHeadingProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly action?: ReactNode;
  /** Where the focus goes when what held it is gone. */
  readonly id?: string;
}

export function PageHeading({ title, lead, action, id }: PageHeadingProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
      <div className="min-w-0 grow basis-80">
        <h1
          id={id}
          tabIndex={id === undefined ? undefined : -1}
          className="text-2xl font-semibold outline-none"
        >
          {title}
        </h1>
        {lead === undefined ? null : <p className="mt-2 max-w-[60ch] text-muted">{lead}</p>}
      </div>
      {action}
    </div>
  );
}
