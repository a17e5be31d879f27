"use client";
/** A button for what cannot be taken back: a dialog says what follows first. Without JavaScript it is done at once. */
import { type FormEvent, useActionState, useId, useRef, useState } from "react";

/** As `lib/http` answers a form that was refused, in the person's language. */
export interface FormFailure {
  readonly message: string;
}

export type ConfirmedAction = (previous: unknown, form: FormData) => Promise<FormFailure | undefined>;

export interface ConfirmedFormWords {
  readonly button: string;
  /** With the name of what it is about, where several buttons say the same. */
  readonly buttonNamed?: string;
  readonly title: string;
  readonly body: string;
  readonly confirm: string;
  readonly keep: string;
}

interface ConfirmedFormProps {
  readonly action: ConfirmedAction;
  readonly fields?: Readonly<Record<string, string>>;
  readonly words: ConfirmedFormWords;
}

export function ConfirmedForm({ action, fields = {}, words }: ConfirmedFormProps) {
  const [failure, submit, pending] = useActionState(action, undefined);
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const confirmed = useRef(false);
  const id = useId();

  function ask(event: FormEvent) {
    if (confirmed.current) {
      confirmed.current = false;
      return;
    }
    event.preventDefault();
    setAsking(true);
    dialog.current?.showModal();
    // The choice that changes nothing comes first.
    keep.current?.focus();
  }

  function confirm() {
    if (pending) return;
    confirmed.current = true;
    form.current?.requestSubmit();
  }

  const problem = failure ? (
    <p role="alert" className="mt-3 text-sm font-medium text-danger">
      {failure.message}
    </p>
  ) : null;
  return (
    <>
      <form ref={form} action={submit} onSubmit={ask}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button
          type="submit"
          className="button button-secondary button-small"
          aria-haspopup="dialog"
          aria-label={words.buttonNamed}
        >
          {words.button}
        </button>
        {asking ? null : problem}
      </form>
      <dialog
        ref={dialog}
        role="alertdialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-body`}
        onClose={() => setAsking(false)}
        className="auth-card m-auto overflow-visible text-fg shadow-(--shadow-pop)"
      >
        <h2 id={`${id}-title`} className="text-xl font-semibold" dir="auto">
          {words.title}
        </h2>
        <p id={`${id}-body`} className="mt-2 text-muted" dir="auto">
          {words.body}
        </p>
        {asking ? problem : null}
        <div className="mt-6 grid gap-2">
          <button type="button" className="button button-danger" aria-disabled={pending} onClick={confirm}>
            {words.confirm}
          </button>
          <button
            ref={keep}
            type="button"
            className="button button-secondary"
            onClick={() => dialog.current?.close()}
          >
            {words.keep}
          </button>
        </div>
      </dialog>
    </>
  );
}
