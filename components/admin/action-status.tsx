"use client";
/** What came of an action, in words that are announced where they stand. */
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { CeremonyStatus } from "#components/passkey/ceremony-status.tsx";
import type { CeremonyState } from "#components/passkey/use-ceremony.ts";
import type { Outcome } from "./use-confirmed-action.ts";

interface ActionStatusProps {
  readonly outcome: Outcome<unknown> | undefined;
  readonly ceremony: CeremonyState;
  readonly labels: CeremonyLabels;
  readonly done: string;
}

export function ActionStatus({ outcome, ceremony, labels, done }: ActionStatusProps) {
  const confirming = outcome === undefined && ceremony.phase !== "idle" && ceremony.phase !== "loading";
  return (
    <div className="min-w-0 text-sm">
      <p role="status" className="font-medium text-ok-soft-fg">
        {outcome?.status === "done" ? done : ""}
      </p>
      <div role="alert">
        {outcome?.status === "refused" ? (
          <>
            <p className="font-medium text-danger">{outcome.failure.message}</p>
            {outcome.failure.fields.length > 0 ? (
              <ul className="mt-1 list-disc ps-5">
                {outcome.failure.fields.map(({ path, message }) => (
                  <li key={`${path} ${message}`}>
                    <span className="mono" dir="ltr">
                      {path}
                    </span>{" "}
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
