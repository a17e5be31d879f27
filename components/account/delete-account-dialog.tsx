"use client";
/** Deleting the account: the address is typed, it is confirmed by passkey, and then the browser forgets its passkeys. */
import { type FormEvent, useId, useRef, useState } from "react";
import { callRoute } from "#components/passkey/call-api.ts";
import { confirmIdentity, isStepUpRequired } from "#components/passkey/ceremonies.ts";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { CeremonyStatus } from "#components/passkey/ceremony-status.tsx";
import { type Signals, sendSignals } from "#components/passkey/signals.ts";
import { useCeremony } from "#components/passkey/use-ceremony.ts";

export interface DeleteAccountWords {
  readonly open: string;
  readonly question: string;
  readonly takeFirst: string;
  readonly typed: string;
  readonly mismatch: string;
  readonly confirm: string;
  readonly confirmHint: string;
  readonly keep: string;
  readonly doneTitle: string;
  readonly doneBody: string;
  readonly close: string;
}

interface DeleteAccountProps {
  /** What must be typed, in whatever case. */
  readonly username: string;
  readonly words: DeleteAccountWords;
  readonly ceremony: CeremonyLabels;
}

export function DeleteAccountDialog({ username, words, ceremony }: DeleteAccountProps) {
  const { state, busy, run, reset } = useCeremony(ceremony.address);
  const [typed, setTyped] = useState("");
  const [mismatch, setMismatch] = useState(false);
  const [isGone, setIsGone] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const id = useId();

  function open() {
    reset();
    setTyped("");
    setMismatch(false);
    dialog.current?.showModal();
    leave.current?.focus();
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy || isGone) return;
    const isSame = typed.trim().toLowerCase() === username.toLowerCase();
    setMismatch(!isSame);
    if (!isSame) return field.current?.focus();
    const deleted = await run("get", async (step) => {
      const call = () => callRoute<{ signals: Signals }>({ method: "DELETE", path: "me" }, step.signal);
      try {
        return await call();
      } catch (error) {
        if (!isStepUpRequired(error)) throw error;
        await confirmIdentity(step);
        return await call();
      }
    });
    if (!deleted) return field.current?.focus();
    setIsGone(true);
    await sendSignals(deleted.signals);
    leave.current?.focus();
  }

  /** Nobody is signed in any more: whatever way the dialog is left, the page behind it is over. */
  function end() {
    if (isGone) window.location.assign("/sign-in");
    else reset();
  }

  return (
    <>
      <button type="button" className="button button-danger" aria-haspopup="dialog" onClick={open}>
        {words.open}
      </button>
      <dialog
        ref={dialog}
        role="alertdialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-body`}
        onClose={end}
        className="auth-card m-auto text-fg shadow-(--shadow-pop)"
      >
        <form onSubmit={(event) => void send(event)} noValidate>
          <h2 id={`${id}-title`} className="text-xl font-semibold">
            {isGone ? words.doneTitle : words.question}
          </h2>
          <p id={`${id}-body`} className="mt-2 text-muted">
            {isGone ? words.doneBody : words.takeFirst}
          </p>
          {isGone ? null : (
            <div className="mt-5">
              <label htmlFor={`${id}-typed`} className="block text-sm font-medium">
                {words.typed}
              </label>
              <input
                ref={field}
                id={`${id}-typed`}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                dir="ltr"
                className="field-input mt-1.5"
                aria-invalid={mismatch}
                aria-describedby={mismatch ? `${id}-mismatch` : undefined}
              />
              {mismatch ? (
                <p id={`${id}-mismatch`} className="mt-1.5 text-sm font-medium text-danger">
                  {words.mismatch}
                </p>
              ) : null}
            </div>
          )}
          <div className="mt-4">
            <CeremonyStatus
              state={state}
              labels={ceremony}
              hint={words.confirmHint}
              doneText={words.doneTitle}
            />
          </div>
          <div className="mt-3 grid gap-2">
            {isGone ? null : (
              <button type="submit" className="button button-danger" aria-disabled={busy}>
                {words.confirm}
              </button>
            )}
            <button
              ref={leave}
              type="button"
              className={isGone ? "button" : "button button-secondary"}
              onClick={() => dialog.current?.close()}
            >
              {isGone ? words.close : words.keep}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
