/** One of a few, all in sight. */
interface ChoiceFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly disabled?: boolean;
  }[];
  readonly hint?: string;
  readonly readOnly: boolean;
}

export function ChoiceField({ name, label, value, choices, hint, readOnly }: ChoiceFieldProps) {
  return (
    <fieldset>
      <legend className="font-medium">{label}</legend>
      <div className="mt-1.5 flex flex-wrap gap-x-5 gap-y-2">
        {choices.map((choice) => (
          <label key={choice.value} className="flex min-h-6 items-center gap-2">
            <input
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={choice.value === value}
              disabled={choice.disabled || (readOnly && choice.value !== value)}
              className="size-4.5 shrink-0 accent-(--accent)"
            />
            {choice.label}
          </label>
        ))}
      </div>
      {hint === undefined ? null : <p className="mt-1 text-muted">{hint}</p>}
    </fieldset>
  );
}
