"use client";
/** Runs an action of the administration, with the confirmation by passkey in front where the server asks for it. */
import { useCallback, useState } from "react";
import { confirmIdentity } from "#components/passkey/ceremonies.ts";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { type Ceremony, useCeremony } from "#components/passkey/use-ceremony.ts";

/** What an action answers; the shape of `ActionOutcome` in lib/http. */
export type Outcome<R> =
  | { readonly status: "done"; readonly result: R }
  | {
      readonly status: "refused";
      readonly failure: {
        readonly code: string;
        readonly message: string;
        readonly fields: readonly { readonly path: string; readonly message: string }[];
        readonly requestId: string;
      };
    };

export type Action<R> = (form: FormData) => Promise<Outcome<R>>;

export interface ConfirmedAction<R> {
  readonly outcome: Outcome<R> | undefined;
  /** The action runs, or the browser asks for the passkey: a press must do nothing. */
  readonly busy: boolean;
  readonly ceremony: Ceremony;
  /** Undefined when the confirmation did not come about; what went wrong is in `ceremony.state`. */
  readonly act: (form: FormData) => Promise<Outcome<R> | undefined>;
  readonly reset: () => void;
}

export function useConfirmedAction<R>(action: Action<R>, labels: CeremonyLabels): ConfirmedAction<R> {
  const [outcome, setOutcome] = useState<Outcome<R>>();
  const [running, setRunning] = useState(false);
  const ceremony = useCeremony(labels.address);
  const { run, reset: resetCeremony } = ceremony;

  const act = useCallback(
    async (form: FormData) => {
      setRunning(true);
      setOutcome(undefined);
      try {
        let answer = await action(form);
        if (answer.status === "refused" && answer.failure.code === "STEP_UP_REQUIRED") {
          if (!(await run("get", confirmIdentity))) return undefined;
          answer = await action(form);
        }
        setOutcome(answer);
        return answer;
      } finally {
        setRunning(false);
      }
    },
    [action, run],
  );
  const reset = useCallback(() => {
    setOutcome(undefined);
    resetCeremony();
  }, [resetCeremony]);
  return { outcome, busy: running || ceremony.busy, ceremony, act, reset };
}
