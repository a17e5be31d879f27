/** How much is selected, and the ways to all of it and to nothing. */
import type { Matching, Meant } from "./use-matching.ts";

interface BulkSelectionProps {
  readonly meant: Meant;
  readonly matching: Matching | undefined;
  readonly words: {
    /** With `{count}`. */
    readonly selected: string;
    readonly clear: string;
  };
}

export function BulkSelection({ meant, matching, words }: BulkSelectionProps) {
  return (
    <>
      <p className="font-medium tabular-nums" role="status">
        {words.selected.replace("{count}", String(meant.ids.length))}
      </p>
      {matching && !meant.isAll ? (
        <button type="button" className="text-link" onClick={meant.meanAll}>
          {matching.label}
        </button>
      ) : null}
      <button type="button" className="text-link" onClick={meant.clear}>
        {words.clear}
      </button>
      <p role="alert" className="font-medium text-danger empty:hidden">
        {meant.refusal}
      </p>
    </>
  );
}
