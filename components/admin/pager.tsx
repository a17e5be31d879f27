/** The way to the next and the previous page of a list, and how much there is. */
import { ChevronLeft, ChevronRight } from "lucide-react";

interface PagerProps {
  readonly label: string;
  /** Empty where there is nothing to tell; without further pages there is no pager then. */
  readonly count: string;
  readonly newerHref: string | undefined;
  readonly olderHref: string | undefined;
  readonly newer: string;
  readonly older: string;
}

export function Pager({ label, count, newerHref, olderHref, newer, older }: PagerProps) {
  const isOnly = newerHref === undefined && olderHref === undefined;
  if (isOnly && count === "") return null;
  return (
    <nav aria-label={label} className="mt-3 flex flex-wrap items-center gap-3 text-sm text-muted">
      <p className="grow">{count}</p>
      {isOnly ? null : (
        <>
          <Step href={newerHref} rel="prev">
            <ChevronLeft aria-hidden="true" size={16} className="rtl:-scale-x-100" />
            {newer}
          </Step>
          <Step href={olderHref} rel="next">
            {older}
            <ChevronRight aria-hidden="true" size={16} className="rtl:-scale-x-100" />
          </Step>
        </>
      )}
    </nav>
  );
}

interface StepProps {
  readonly href: string | undefined;
  readonly rel: "prev" | "next";
  readonly children: React.ReactNode;
}

/** Without a page to go to it keeps its place, so that nothing moves between pages. */
function Step({ href, rel, children }: StepProps) {
  if (href !== undefined)
    return (
      <a href={href} rel={rel} className="button button-secondary button-small">
        {children}
      </a>
    );
  return (
    <span className="button button-secondary button-small" aria-disabled="true">
      {children}
    </span>
  );
}
