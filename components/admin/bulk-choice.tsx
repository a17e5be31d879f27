"use client";
/** Which change it is to be, and what it further needs. */
import { useId, useState } from "react";
import type { BulkOutcome } from "#lib/accounts/bulk/schema.ts";
import type { BulkFields } from "./use-bulk-run.ts";
import type { Action } from "./use-confirmed-action.ts";

export interface BulkChange {
  readonly kind: string;
  readonly label: string;
  readonly action: Action<BulkOutcome>;
  /** Sent along, such as the group that a page is about. */
  readonly fields?: BulkFields;
  /** The change that takes this one back; where there is none, it is asked for first. */
  readonly undo?: string;
  /** What follows from it. */
  readonly question: string;
  readonly choice?: {
    readonly name: string;
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };
}

interface BulkChoiceProps {
  readonly changes: readonly BulkChange[];
  readonly busy: boolean;
  readonly words: { readonly what: string; readonly apply: string };
}

export function BulkChoice({ changes, busy, words }: BulkChoiceProps) {
  const [kind, setKind] = useState(changes[0]?.kind);
  const id = useId();
  const { choice } = changes.find((change) => change.kind === kind) ?? {};
  return (
    <span className="ms-auto flex flex-wrap items-center gap-2 max-sm:w-full">
      <label htmlFor={id} className="sr-only">
        {words.what}
      </label>
      <select
        id={id}
        name="kind"
        value={kind}
        onChange={(event) => setKind(event.target.value)}
        className="field-input w-auto min-w-0 max-sm:flex-1"
      >
        {changes.map((change) => (
          <option key={change.kind} value={change.kind}>
            {change.label}
          </option>
        ))}
      </select>
      {choice ? (
        <select
          name={choice.name}
          aria-label={choice.label}
          className="field-input w-auto max-w-48 min-w-0 max-sm:flex-1"
        >
          {choice.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : null}
      <button type="submit" className="button button-small" aria-disabled={busy}>
        {words.apply}
      </button>
    </span>
  );
}
