/** What the dialogs that ask before harm have in common: a name to type, and a way out before the way on. */
import type { RefObject } from "react";

interface TypedNameProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A name that has to be typed, under a label that says which. */
export function TypedName({ id, label, value, onChange }: TypedNameProps) {
  return (
    <div className="mt-4">
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        dir="auto"
        className="field-input mt-1.5"
      />
    </div>
  );
}

interface DialogButtonsProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** Has the focus when the dialog opens. */
  readonly leave: RefObject<HTMLButtonElement | null>;
  readonly cancel: string;
  /** Absent once it is done: then there is only the way out. */
  readonly confirm?: string | undefined;
  readonly blocked: boolean;
}

export function DialogButtons({ dialog, leave, cancel, confirm, blocked }: DialogButtonsProps) {
  return (
    <div className="mt-5 flex flex-wrap gap-3">
      <button
        ref={leave}
        type="button"
        className="button button-secondary"
        onClick={() => dialog.current?.close()}
      >
        {cancel}
      </button>
      {confirm === undefined ? null : (
        <button type="submit" className="button button-danger" aria-disabled={blocked}>
          {confirm}
        </button>
      )}
    </div>
  );
}
