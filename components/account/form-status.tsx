"use client";
/** How a form stands, in words that are announced where they stand. Both regions stay in the page. */
import { ApiFailure } from "#components/passkey/call-api.ts";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { CeremonyStatus, failureText } from "#components/passkey/ceremony-status.tsx";
import { explainFailure, type Failure } from "#components/passkey/failure.ts";
import type { CeremonyState } from "#components/passkey/use-ceremony.ts";
import type { FormState } from "./form-state.ts";

interface FormStatusProps {
  readonly state: FormState;
  readonly busy: boolean;
  readonly ceremony: CeremonyState;
  readonly labels: CeremonyLabels;
  readonly waiting: string;
  readonly done: string;
  /** What is said instead of the general words, by code. */
  readonly refusals?: Readonly<Record<string, string>>;
}

export function FormStatus({ state, busy, ceremony, labels, waiting, done, refusals }: FormStatusProps) {
  const confirming = ceremony.phase !== "idle" && ceremony.phase !== "loading";
  const refused = state.status === "refused" && !busy ? state : undefined;
  return (
    <div className="min-w-0 text-sm">
      {confirming ? (
        <CeremonyStatus compact state={ceremony} labels={labels} hint="" doneText="" />
      ) : (
        <>
          <p
            role="status"
            className={state.status === "done" && !busy ? "font-medium text-ok-soft-fg" : "text-muted"}
          >
            {busy ? waiting : state.status === "done" ? done : ""}
          </p>
          <div role="alert">
            {refused ? (
              <p className="font-medium text-danger">
                {refusals?.[refused.code] ?? wordsOf(refused, labels)}
              </p>
            ) : null}
          </div>
        </>
      )}
    </div>
  );
}

function wordsOf({ code, requestId }: { code: string; requestId: string }, labels: CeremonyLabels): string {
  const failure = failureOf(code, requestId);
  const text = failureText(failure, labels);
  return failure.reference ? `${text} ${labels.reference.replace("{id}", failure.reference)}` : text;
}

/** The same words as for a ceremony: what the server refuses with means the same here. */
function failureOf(code: string, requestId: string): Failure {
  const facts = { kind: "get", elapsedMs: 0, timeoutMs: 0 } as const;
  const outcome = explainFailure(new ApiFailure(code, requestId), facts);
  return typeof outcome === "string" ? { reason: "server" } : outcome;
}
