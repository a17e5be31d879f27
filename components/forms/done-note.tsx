"use client";
/** Says in place that something was done, and takes the focus, since what held it is gone with it. */
import { Check } from "lucide-react";
import { useEffect, useRef } from "react";

interface DoneNoteProps {
  /** Tells one act from the next, which may say the same; undefined: nothing was done. */
  readonly act: string | undefined;
  readonly text: string;
}

export function DoneNote({ act, text }: DoneNoteProps) {
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (act !== undefined) note.current?.focus();
  }, [act]);
  return (
    <div role="status">
      {act === undefined ? null : (
        <p
          ref={note}
          tabIndex={-1}
          className="mt-5 flex items-center gap-2 rounded-md bg-ok-soft px-4 py-3 text-sm text-ok-soft-fg outline-none"
        >
          <Check aria-hidden="true" size={18} className="shrink-0" />
          {text}
        </p>
      )}
    </div>
  );
}
