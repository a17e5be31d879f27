/** Bars beneath their names, the longest first. */
import type { ReactNode } from "react";

export interface Bar {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: number;
  /** The value as it is read. */
  readonly words: string;
}

interface BarListProps {
  readonly bars: readonly Bar[];
  /** Number of the colour in the chart's tokens. */
  readonly colour: 1 | 2 | 3;
}

export function BarList({ bars, colour }: BarListProps) {
  const longest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul className="grid gap-2.5">
      {bars.map(({ key, label, value, words }) => (
        <li key={key}>
          <p className="flex justify-between gap-3">
            <span className="min-w-0 truncate">{label}</span>
            <span className="text-muted tabular-nums">{words}</span>
          </p>
          <svg aria-hidden="true" width="100%" height="8" className="mt-1 block rtl:-scale-x-100">
            <rect width="100%" height="8" rx="4" className="chart-track" />
            <rect
              width={`${Math.max(1, (value / longest) * 100)}%`}
              height="8"
              rx="4"
              className={`chart-${colour}`}
            />
          </svg>
        </li>
      ))}
    </ul>
  );
}
