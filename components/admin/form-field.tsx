/** A field of a form in the administration: label, input, and what to know about it. */
import { type InputHTMLAttributes, useId } from "react";

interface FormFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: string;
}

export function FormField({ label, hint, ...input }: FormFieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      <input
        autoComplete="off"
        dir="auto"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...input}
        id={id}
        className="field-input mt-1.5"
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="mt-1 text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

interface CheckFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
}

export function CheckField({ label, ...input }: CheckFieldProps) {
  return (
    <label className="flex min-h-6 items-center gap-2.5">
      <input type="checkbox" {...input} className="size-4.5 shrink-0 accent-(--accent)" />
      <span dir="auto">{label}</span>
    </label>
  );
}
