/** A labelled text field with a hint and, when refused, the reason. */
import type { InputHTMLAttributes, Ref } from "react";

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly problem: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}

export function Field({ id, label, hint, problem, ref, ...input }: FieldProps) {
  return (
    <div>
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      <input
        dir="auto"
        {...input}
        ref={ref}
        id={id}
        className="field-input mt-1.5"
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint`}
      />
      <p
        id={`${id}-hint`}
        className={`mt-1.5 text-sm empty:hidden ${problem ? "font-medium text-danger" : "text-muted"}`}
      >
        {problem ?? hint}
      </p>
    </div>
  );
}
