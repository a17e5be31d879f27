"use client";
/** What a screen knows of several calls: how far they are, whether they still run, and the way to stop them. */
import { useCallback, useRef, useState } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { type Rounds, runRounds } from "./run-rounds.ts";
import { type Action, useConfirmedAction } from "./use-confirmed-action.ts";

export function useRounds<Result, Tally>(action: Action<Result>, labels: CeremonyLabels) {
  const { outcome, busy, ceremony, act, reset } = useConfirmedAction(action, labels);
  const [tally, setTally] = useState<Tally>();
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);

  const run = useCallback(
    async (rounds: Rounds<Result, Tally>): Promise<Tally> => {
      stopped.current = false;
      setRunning(true);
      try {
        return await runRounds(rounds, { act, isStopped: () => stopped.current, tell: setTally });
      } finally {
        setRunning(false);
      }
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
  return { run, stop, clear, tally, show: setTally, running, busy: busy || running, outcome, ceremony };
}
