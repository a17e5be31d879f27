"use client";
/** Says in words what the keyline shows. The two regions stay in the page, so that changes are announced. */
import type { CeremonyLabels } from "./ceremony-labels.ts";
import type { Failure } from "./failure.ts";
import type { CeremonyState } from "./use-ceremony.ts";

interface CeremonyStatusProps {
  readonly state: CeremonyState;
  readonly labels: CeremonyLabels;
  readonly hint: string;
  readonly doneText: string;
  /** Takes no room while there is nothing to say: for places where nothing stands below. */
  readonly compact?: boolean;
}

export function CeremonyStatus({ state, labels, hint, doneText, compact }: CeremonyStatusProps) {
  const failure = state.phase === "failed" ? state.failure : undefined;
  return (
    // Two lines are kept free, so that nothing below moves when the words change.
    <div
      data-ceremony={keylineOf(state)}
      className={compact ? "text-sm *:not-empty:mt-1.5" : "min-h-10 text-sm"}
    >
      <p role="status" className={state.phase === "done" ? "font-medium text-ok-soft-fg" : "text-muted"}>
        {failure ? "" : statusText(state, labels, hint, doneText)}
      </p>
      <div role="alert">{failure ? <FailureText failure={failure} labels={labels} /> : null}</div>
    </div>
  );
}

function FailureText({ failure, labels }: { failure: Failure; labels: CeremonyLabels }) {
  const text = failureText(failure, labels);
  return (
    <>
      <p className="font-medium text-danger">
        {failure.reason === "wrongAddress" ? <Linked text={text} address={labels.address} /> : text}
      </p>
      {failure.reference ? (
        <p className="mt-1 text-xs text-muted">{labels.reference.replace("{id}", failure.reference)}</p>
      ) : null}
    </>
  );
}

/** The address within the sentence leads there. */
function Linked({ text, address }: { readonly text: string; readonly address: string }) {
  const [before, after] = text.split(address);
  if (after === undefined) return text;
  return (
    <>
      {before}
      <a className="text-link" href={address} dir="ltr">
        {address}
      </a>
      {after}
    </>
  );
}

export function failureText(failure: Failure, labels: CeremonyLabels): string {
  const text = failure.explanation || labels.failure[failure.reason];
  return text.replace("{time}", duration(failure.retryAfterSeconds ?? 60, labels.locale));
}

/** "30 seconds", "2 minutes": `Intl` knows the plurals, so no message format is needed in the browser. */
function duration(seconds: number, locale: string): string {
  const [value, unit] = seconds < 90 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
}

function statusText(state: CeremonyState, labels: CeremonyLabels, hint: string, doneText: string): string {
  switch (state.phase) {
    case "starting":
      return labels.starting;
    case "waiting":
      return labels.waiting;
    case "verifying":
      return labels.verifying;
    case "done":
      return state.alreadyRegistered ? labels.alreadyRegistered : doneText;
    default:
      return hint;
  }
}

function keylineOf(state: CeremonyState): string {
  return state.phase === "starting" ? "waiting" : state.phase;
}
