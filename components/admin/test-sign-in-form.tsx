"use client";
/** Begins a test sign-in: the browser goes the way that it would go from the app. */
import type { FormEvent, ReactNode } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { ActionStatus } from "./action-status.tsx";
import { type Action, useConfirmedAction } from "./use-confirmed-action.ts";

interface TestSignInFormProps {
  readonly action: Action<{ readonly href: string }>;
  readonly ceremony: CeremonyLabels;
  readonly submit: string;
  readonly started: string;
  readonly children: ReactNode;
}

export function TestSignInForm({ action, ceremony, submit, started, children }: TestSignInFormProps) {
  const { outcome, busy, ceremony: confirmation, act } = useConfirmedAction(action, ceremony);
  const leaving = outcome?.status === "done";

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy || leaving) return;
    const answer = await act(new FormData(event.currentTarget));
    if (answer?.status === "done") location.assign(answer.result.href);
  }

  return (
    <form onSubmit={send} noValidate>
      {children}
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <button type="submit" className="button" aria-disabled={busy || leaving}>
          {submit}
        </button>
        <ActionStatus outcome={outcome} ceremony={confirmation.state} labels={ceremony} done={started} />
      </div>
    </form>
  );
}
