/** A field of a form in the administration: label, input, and what to know about it. */
import type { InputHTMLAttributes } from "react";

interface FormFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: string;
}

export function FormField({ label, hint, ...input }: FormFieldProps) {
  return (
    <label className="block font-medium">
      {label}
      <input autoComplete="off" dir="auto" {...input} className="field-input mt-1.5 font-normal" />
      {hint === undefined ? null : <span className="mt-1 block font-normal text-muted">{hint}</span>}
    </label>
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
