"use client";
/** A list of addresses, one a line; follows what fills it until somebody writes in it. */
import { useId, useState } from "react";

interface LinesFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What stands there until it is changed by hand. */
  readonly filled: string;
  readonly readOnly?: boolean;
}

export function LinesField({ name, label, hint, filled, readOnly }: LinesFieldProps) {
  const [written, setWritten] = useState<string>();
  const id = useId();
  const value = written ?? filled;
  return (
    <div>
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      <textarea
        id={id}
        name={name}
        value={value}
        onChange={(event) => setWritten(event.target.value)}
        rows={Math.min(8, Math.max(2, value.split("\n").length))}
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        readOnly={readOnly}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="field-input mono mt-1.5 py-2"
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="mt-1 text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
