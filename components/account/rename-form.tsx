"use client";
/** The name of a passkey as a field, in the place where the name stood. */
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef } from "react";
import type { ManagePasskeyWords } from "./manage-passkey-words.ts";

export type RenameWords = Pick<ManagePasskeyWords, "nameLabel" | "nameInvalid" | "save" | "cancel">;

interface RenameFormProps {
  readonly name: string;
  readonly words: RenameWords;
  readonly busy: boolean;
  readonly invalid: boolean;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}

export function RenameForm({ name, words, busy, invalid, onSave, onCancel }: RenameFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  useEffect(() => {
    if (invalid) field.current?.focus();
  }, [invalid]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!busy) onSave(field.current?.value.trim() ?? "");
  }

  function leave(event: KeyboardEvent) {
    if (event.key === "Escape") onCancel();
  }

  return (
    <form onSubmit={submit}>
      <label htmlFor={id} className="block text-sm font-medium">
        {words.nameLabel}
      </label>
      <div className="mt-1.5 flex flex-wrap gap-2">
        <input
          ref={field}
          id={id}
          defaultValue={name}
          maxLength={64}
          autoComplete="off"
          className="field-input field-input-small min-w-40 grow basis-full sm:basis-0"
          aria-invalid={invalid}
          aria-describedby={invalid ? `${id}-problem` : undefined}
          onKeyDown={leave}
        />
        <button type="submit" className="button button-small" aria-disabled={busy}>
          {words.save}
        </button>
        <button type="button" className="button button-secondary button-small" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
      {invalid ? (
        <p id={`${id}-problem`} className="mt-1.5 text-sm font-medium text-danger">
          {words.nameInvalid}
        </p>
      ) : null}
    </form>
  );
}
