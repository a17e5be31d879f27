"use client";
/** The question before a change to many things. */
import { type RefObject, useId } from "react";

interface BulkQuestionProps {
  readonly ref: RefObject<HTMLDialogElement | null>;
  readonly title: string;
  readonly body: string | undefined;
  readonly selected: string;
  readonly words: { readonly cancel: string; readonly confirm: string };
  readonly onConfirm: () => void;
}

export function BulkQuestion({ ref, title, body, selected, words, onConfirm }: BulkQuestionProps) {
  const id = useId();
  return (
    <dialog
      ref={ref}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      className="auth-card m-auto text-fg shadow-(--shadow-pop)"
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          const { submitter } = event.nativeEvent as SubmitEvent;
          if (submitter instanceof HTMLButtonElement && submitter.value === "confirm") onConfirm();
        }}
      >
        <h2 id={`${id}-title`} className="text-lg font-semibold">
          {title}
        </h2>
        <div id={`${id}-body`} className="mt-2 text-sm text-muted">
          <p>{body}</p>
          <p className="mt-2 font-medium text-fg tabular-nums">{selected}</p>
        </div>
        <div className="mt-5 flex flex-wrap gap-3">
          <button type="submit" value="cancel" className="button button-secondary">
            {words.cancel}
          </button>
          <button type="submit" value="confirm" className="button button-danger">
            {words.confirm}
          </button>
        </div>
      </form>
    </dialog>
  );
}
