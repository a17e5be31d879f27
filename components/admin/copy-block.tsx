"use client";
/** Text to be taken elsewhere, with a button that copies it. */
import { useId, useState } from "react";

interface CopyBlockProps {
  readonly label: string;
  readonly text: string;
  readonly copy: string;
  readonly copied: string;
}

export function CopyBlock({ label, text, copy, copied }: CopyBlockProps) {
  const [done, setDone] = useState(false);
  const id = useId();

  async function take() {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
    } catch {
      // Without the permission it is selected instead, so that a key press takes it.
      const range = document.createRange();
      const block = document.getElementById(`${id}-text`);
      if (block === null) return;
      range.selectNodeContents(block);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    }
  }

  return (
    <div className="min-w-0">
      <div className="flex items-center justify-between gap-3">
        <p id={`${id}-label`} className="font-medium">
          <bdi>{label}</bdi>
        </p>
        <button
          type="button"
          id={`${id}-copy`}
          aria-labelledby={`${id}-copy ${id}-label`}
          className="button button-secondary button-small"
          onClick={take}
        >
          {done ? copied : copy}
        </button>
      </div>
      <pre
        id={`${id}-text`}
        dir="ltr"
        className="mono mt-1.5 rounded-md border border-border bg-sunken p-3 text-start text-xs wrap-anywhere whitespace-pre-wrap"
      >
        {text}
      </pre>
      <span role="status" className="sr-only">
        {done ? copied : ""}
      </span>
    </div>
  );
}
