"use client";
/** Carries a change out on many things, a batch at a time, and keeps count of what came of it. */
import { useCallback, useRef, useState } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import type { BulkOutcome } from "#lib/accounts/bulk/schema.ts";
import { type Action, useConfirmedAction } from "./use-confirmed-action.ts";

export type BulkFields = Readonly<Record<string, string>>;

export interface BulkTally extends BulkOutcome {
  /** Of how many it is known what came of them. */
  readonly past: number;
  readonly total: number;
}

/** As many as the server takes in one call. */
const batchSize = 50;

export function useBulkRun(action: Action<BulkOutcome>, labels: CeremonyLabels) {
  const { outcome, ceremony, act, reset } = useConfirmedAction(action, labels);
  const [tally, setTally] = useState<BulkTally>();
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);

  const run = useCallback(
    async (ids: readonly string[], fields: BulkFields): Promise<BulkTally> => {
      stopped.current = false;
      setRunning(true);
      let sum: BulkTally = { changed: [], unchanged: 0, refused: [], past: 0, total: ids.length };
      setTally(sum);
      for (let at = 0; at < ids.length && !stopped.current; at += batchSize) {
        const batch = ids.slice(at, at + batchSize);
        const answer = await act(formOf(batch, fields));
        if (answer?.status !== "done") break;
        const { changed, unchanged, refused } = answer.result;
        sum = {
          ...sum,
          changed: [...sum.changed, ...changed],
          unchanged: sum.unchanged + unchanged,
          refused: [...sum.refused, ...refused],
          past: sum.past + batch.length,
        };
        setTally(sum);
      }
      setRunning(false);
      return sum;
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
  return { run, stop, clear, tally, running, outcome, ceremony };
}

function formOf(ids: readonly string[], fields: BulkFields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const id of ids) form.append("ids", id);
  return form;
}
