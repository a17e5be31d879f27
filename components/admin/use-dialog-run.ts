"use client";
/** Does to many things what a dialog asked about, some at a time, and keeps count of what came of them. */
import { useCallback, useRef, useState } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { type Action, useConfirmedAction } from "./use-confirmed-action.ts";

export interface BulkResult {
  readonly done: number;
  readonly refused: readonly { readonly id: string; readonly message: string }[];
  /** There is more of it than was done at once: it is asked for again until there is not. */
  readonly more?: boolean;
}

export interface DialogTally extends Pick<BulkResult, "done" | "refused"> {
  /** Of how many it is known what came of them. */
  readonly past: number;
  readonly total: number;
}

/** Small enough that it shows how far it has come. */
const batchSize = 50;

export function useDialogRun(action: Action<BulkResult>, labels: CeremonyLabels) {
  const { outcome, busy, ceremony, act, reset } = useConfirmedAction(action, labels);
  const [tally, setTally] = useState<DialogTally>();
  const [working, setWorking] = useState(false);
  const stopped = useRef(false);

  /** `ids` are sent as `field`; without a field the server knows what is meant. */
  const run = useCallback(
    async (form: FormData, field: string | undefined, ids: readonly string[]) => {
      stopped.current = false;
      setWorking(true);
      let sum: DialogTally = { done: 0, refused: [], past: 0, total: ids.length };
      for (let goesOn = true; goesOn && !stopped.current; ) {
        const batch = ids.slice(sum.past, sum.past + batchSize);
        const answer = await act(field === undefined ? form : withIds(form, field, batch));
        if (answer?.status !== "done") break;
        const { done, refused, more = false } = answer.result;
        sum = {
          done: sum.done + done,
          // What is refused once is refused again: of a whole only the last round tells it.
          refused: field === undefined ? refused : [...sum.refused, ...refused],
          past: sum.past + batch.length,
          total: ids.length,
        };
        goesOn = field === undefined ? more && done > 0 : sum.past < ids.length;
        setTally(sum);
      }
      setWorking(false);
    },
    [act],
  );
  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  const clear = useCallback(() => {
    setTally(undefined);
    reset();
  }, [reset]);
  return { run, stop, clear, tally, busy: busy || working, working, outcome, ceremony };
}

function withIds(form: FormData, field: string, ids: readonly string[]): FormData {
  const data = new FormData();
  for (const [name, value] of form) if (name !== field) data.append(name, value);
  for (const id of ids) data.append(field, id);
  return data;
}
