"use client";
/** Carries a change out on many things, a batch at a time, and keeps count of what came of it. */
import { useCallback } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import type { BulkOutcome } from "#lib/accounts/bulk/schema.ts";
import { nextBatch, type Progress, pastBatch, type Rounds } from "./run-rounds.ts";
import type { Action } from "./use-confirmed-action.ts";
import { useRounds } from "./use-rounds.ts";

export type BulkFields = Readonly<Record<string, string>>;

export interface BulkTally extends BulkOutcome, Progress {}

export function useBulkRun(action: Action<BulkOutcome>, labels: CeremonyLabels) {
  const { run: runRounds, show, ...state } = useRounds<BulkOutcome, BulkTally>(action, labels);
  const run = useCallback(
    (ids: readonly string[], fields: BulkFields): Promise<BulkTally> => {
      const rounds = bulkRounds(ids, fields);
      show(rounds.tally);
      return runRounds(rounds);
    },
    [runRounds, show],
  );
  return { ...state, run };
}

export function bulkRounds(ids: readonly string[], fields: BulkFields): Rounds<BulkOutcome, BulkTally> {
  return {
    tally: { changed: [], unchanged: 0, refused: [], past: 0, total: ids.length },
    next: (tally) => (tally.past < ids.length ? formOf(nextBatch(ids, tally), fields) : undefined),
    add: (tally, { changed, unchanged, refused }) => ({
      changed: [...tally.changed, ...changed],
      unchanged: tally.unchanged + unchanged,
      refused: [...tally.refused, ...refused],
      past: pastBatch(tally),
      total: tally.total,
    }),
  };
}

function formOf(ids: readonly string[], fields: BulkFields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const id of ids) form.append("ids", id);
  return form;
}
