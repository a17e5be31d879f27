"use client";
/** How far a change to many things has come, what came of each, and for a while the way back. */
import { useEffect, useState } from "react";
import type { BulkTally } from "./use-bulk-run.ts";

export interface BulkWords {
  readonly label: string;
  /** With `{count}`. */
  readonly selected: string;
  readonly what: string;
  readonly apply: string;
  readonly clear: string;
  readonly cancel: string;
  readonly confirm: string;
  readonly close: string;
  readonly stop: string;
  readonly undo: string;
  /** With `{past}` and `{total}`. */
  readonly progress: string;
  /** With `{count}`. */
  readonly done: string;
  readonly unchanged: string;
  readonly refused: string;
}

interface BulkResultProps {
  readonly tally: BulkTally;
  readonly running: boolean;
  readonly words: BulkWords;
  readonly onStop: () => void;
  readonly onClose: () => void;
  readonly onUndo: (() => void) | undefined;
}

const undoForMs = 8_000;

export function BulkResult({ tally, running, words, onStop, onClose, onUndo }: BulkResultProps) {
  const { changed, unchanged, refused, past, total } = tally;
  const told = (text: string, count: number) => text.replace("{count}", String(count));
  return (
    <div className="rounded-lg border border-border bg-surface p-3">
      {running ? (
        <div className="flex flex-wrap items-center gap-3">
          <progress className="bulk-progress" value={past} max={total} aria-label={words.label} />
          <span className="tabular-nums">
            {words.progress.replace("{past}", String(past)).replace("{total}", String(total))}
          </span>
          <button type="button" className="button button-secondary button-small" onClick={onStop}>
            {words.stop}
          </button>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="font-medium tabular-nums">
          {running
            ? ""
            : [
                told(words.done, changed.length),
                ...(unchanged === 0 ? [] : [told(words.unchanged, unchanged)]),
                ...(refused.length === 0 ? [] : [told(words.refused, refused.length)]),
              ].join(" · ")}
        </p>
        {running ? null : (
          <>
            {onUndo ? <Undo label={words.undo} onUndo={onUndo} /> : null}
            <button type="button" className="text-link" onClick={onClose}>
              {words.close}
            </button>
          </>
        )}
      </div>
      {refused.length === 0 ? null : (
        <ul className="mt-2 max-h-48 list-disc overflow-y-auto ps-5">
          {refused.map(({ id, name, message }) => (
            <li key={id}>
              <bdi className="font-medium">{name}</bdi>: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Stays for as long as somebody is at it: whoever needs more time than that must not lose it (WCAG 2.2.1). */
function Undo({ label, onUndo }: { readonly label: string; readonly onUndo: () => void }) {
  const [over, setOver] = useState(false);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => setOver(true), undoForMs);
    return () => clearTimeout(timer);
  }, [held]);
  if (over) return null;
  return (
    <button
      type="button"
      className="button button-secondary button-small"
      onClick={onUndo}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {label}
    </button>
  );
}
