"use client";
/** Does to many things what a dialog asked about, some at a time, and keeps count of what came of them. */
import { useCallback } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { nextBatch, type Progress, pastBatch, type Rounds } from "./run-rounds.ts";
import type { Action } from "./use-confirmed-action.ts";
import { useRounds } from "./use-rounds.ts";

export interface BulkResult {
  readonly done: number;
  readonly refused: readonly { readonly id: string; readonly message: string }[];
  /** There is more of it than was done at once: it is asked for again until there is not. */
  readonly more?: boolean;
}

export interface DialogTally extends Pick<BulkResult, "done" | "refused">, Progress {}

export function useDialogRun(action: Action<BulkResult>, labels: CeremonyLabels) {
  const { run: runRounds, ...state } = useRounds<BulkResult, DialogTally>(action, labels);
  /** `ids` are sent as `field`; without a field the server knows what is meant. */
  const run = useCallback(
    (form: FormData, field: string | undefined, ids: readonly string[]) =>
      runRounds(field === undefined ? wholeRounds(form) : chosenRounds(form, field, ids)),
    [runRounds],
  );
  return { ...state, run };
}

/** The same call until the server says that nothing is left, or does nothing more. */
export function wholeRounds(form: FormData): Rounds<BulkResult, DialogTally> {
  return {
    tally: { done: 0, refused: [], past: 0, total: 0 },
    next: (_, last) => (last === undefined || (last.more && last.done > 0) ? form : undefined),
    // What is refused once is refused again: only the last round tells it.
    add: (tally, { done, refused }) => ({ ...tally, done: tally.done + done, refused }),
  };
}

export function chosenRounds(
  form: FormData,
  field: string,
  ids: readonly string[],
): Rounds<BulkResult, DialogTally> {
  return {
    tally: { done: 0, refused: [], past: 0, total: ids.length },
    // Of nothing the server is asked too, which says what is missing.
    next: (tally, last) =>
      last === undefined || tally.past < ids.length ? withIds(form, field, nextBatch(ids, tally)) : undefined,
    add: (tally, { done, refused }) => ({
      done: tally.done + done,
      refused: [...tally.refused, ...refused],
      past: pastBatch(tally),
      total: tally.total,
    }),
  };
}

function withIds(form: FormData, field: string, ids: readonly string[]): FormData {
  const data = new FormData();
  for (const [name, value] of form) if (name !== field) data.append(name, value);
  for (const id of ids) data.append(field, id);
  return data;
}
