"use client";
/** A colour: written, or picked; empty means none. Without script it is written. */
import { useId, useState } from "react";

interface ColorFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** Of the picker beside it. */
  readonly pickLabel: string;
  readonly readOnly: boolean;
}

/** Where the picker stands while nothing is written: our own accent. */
const resting = "#076966";

export function ColorField({ name, label, hint, value, pickLabel, readOnly }: ColorFieldProps) {
  const [text, setText] = useState(value);
  const id = useId();
  const valid = /^#[0-9a-f]{6}$/i.test(text.trim());
  return (
    <div>
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      <div className="mt-1.5 flex gap-2">
        <input
          id={id}
          name={name}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          maxLength={7}
          readOnly={readOnly}
          aria-describedby={`${id}-hint`}
          className="field-input mono max-w-40"
        />
        {readOnly ? null : (
          <input
            type="color"
            value={valid ? text.trim().toLowerCase() : resting}
            onChange={(event) => setText(event.target.value)}
            aria-label={pickLabel}
            className="h-11 w-14 cursor-pointer rounded-md border border-control bg-surface p-1 noscript:hidden"
          />
        )}
      </div>
      <p id={`${id}-hint`} className="mt-1 text-muted">
        {hint}
      </p>
    </div>
  );
}
