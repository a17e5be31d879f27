"use client";
/** What came of an action, in words that are announced where they stand. */
import { useRef } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { CeremonyStatus } from "#components/passkey/ceremony-status.tsx";
import type { CeremonyState } from "#components/passkey/use-ceremony.ts";
import type { Outcome } from "./use-confirmed-action.ts";
import { useRefusedFields } from "./use-refused-fields.ts";

interface ActionStatusProps {
  readonly outcome: Outcome<unknown> | undefined;
  readonly ceremony: CeremonyState;
  readonly labels: CeremonyLabels;
  readonly done: string;
}

export function ActionStatus({ outcome, ceremony, labels, done }: ActionStatusProps) {
  const root = useRef<HTMLDivElement>(null);
  const fields = useRefusedFields(root, outcome?.status === "refused" ? outcome.failure.fields : undefined);
  const confirming = outcome === undefined && ceremony.phase !== "idle" && ceremony.phase !== "loading";
  return (
    <div ref={root} className="min-w-0 text-sm">
      <p role="status" className="font-medium text-ok-soft-fg">
        {outcome?.status === "done" ? done : ""}
      </p>
      <div role="alert">
        {outcome?.status === "refused" ? (
          <>
            <p className="font-medium text-danger">{outcome.failure.message}</p>
            {fields.length > 0 ? (
              <ul className="mt-1 list-disc ps-5">
                {fields.map(({ label, message }) => (
                  <li key={`${label} ${message}`}>
                    {label === "" ? null : <span className="font-medium">{label}: </span>}
                    {message}
                  </li>
                ))}
              </ul>
            ) : null}
            {outcome.failure.code === "INTERNAL_ERROR" ? (
              <p className="mt-1 text-xs text-muted">
                {labels.reference.replace("{id}", outcome.failure.requestId)}
              </p>
            ) : null}
          </>
        ) : null}
      </div>
      {confirming ? <CeremonyStatus state={ceremony} labels={labels} hint="" doneText="" compact /> : null}
    </div>
  );
}
