"use client";
/** The fields of the profile's form. */
import { Field } from "#components/ui/field.tsx";

export interface ProfileFieldWords {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** What is said when it is refused. */
  readonly problem: string;
  readonly autoComplete: string;
  readonly value: string;
  readonly kind?: "email" | "tel" | "url" | "lines";
  /** Written from left to right in every language. */
  readonly code?: boolean;
}

export interface ProfileChoiceWords {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly problem: string;
  readonly autoComplete: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly lang?: string }[];
}

interface Shown {
  /** As it is known, or as it was typed when it was refused. */
  readonly value: string;
  readonly isRefused: boolean;
}

export function ProfileText({ field, value, isRefused }: Shown & { readonly field: ProfileFieldWords }) {
  const id = `profile-${field.name}`;
  const problem = isRefused ? field.problem : undefined;
  if (field.kind === "lines")
    return (
      <div className="sm:col-span-2">
        <label htmlFor={id} className="block text-sm font-medium">
          {field.label}
        </label>
        <textarea
          id={id}
          name={field.name}
          rows={2}
          defaultValue={value}
          dir="auto"
          autoComplete={field.autoComplete}
          className="field-input mt-1.5"
          aria-invalid={isRefused}
          aria-describedby={`${id}-hint`}
        />
        <p
          id={`${id}-hint`}
          className={`mt-1.5 text-sm empty:hidden ${problem ? "font-medium text-danger" : "text-muted"}`}
        >
          {problem ?? field.hint}
        </p>
      </div>
    );
  return (
    <Field
      id={id}
      name={field.name}
      label={field.label}
      hint={field.hint}
      problem={problem}
      defaultValue={value}
      autoComplete={field.autoComplete}
      {...(field.kind ? { inputMode: field.kind } : {})}
      {...(field.code ? { dir: "ltr" } : {})}
    />
  );
}

export function ProfileChoice({ choice, value, isRefused }: Shown & { readonly choice: ProfileChoiceWords }) {
  const id = `profile-${choice.name}`;
  return (
    <div>
      <label htmlFor={id} className="block text-sm font-medium">
        {choice.label}
      </label>
      <select
        id={id}
        name={choice.name}
        defaultValue={value}
        autoComplete={choice.autoComplete}
        className="field-input mt-1.5"
        aria-invalid={isRefused}
        aria-describedby={`${id}-hint`}
      >
        {choice.options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      <p
        id={`${id}-hint`}
        className={`mt-1.5 text-sm empty:hidden ${isRefused ? "font-medium text-danger" : "text-muted"}`}
      >
        {isRefused ? choice.problem : choice.hint}
      </p>
    </div>
  );
}
