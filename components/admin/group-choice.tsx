/** Which groups something is for. */

export interface Choice {
  readonly id: string;
  readonly label: string;
}

interface GroupChoiceProps {
  readonly legend: string;
  readonly hint: string;
  /** Said where there is no group to choose. */
  readonly none: string;
  readonly groups: readonly Choice[];
  readonly chosen: readonly string[];
  readonly disabled?: boolean;
}

export function GroupChoice({ legend, hint, none, groups, chosen, disabled }: GroupChoiceProps) {
  return (
    <fieldset disabled={disabled}>
      <legend className="font-medium">{legend}</legend>
      <p className="mt-1 text-muted">{groups.length === 0 ? none : hint}</p>
      {groups.length === 0 ? null : (
        <ul className="mt-2 grid max-h-72 gap-1 overflow-y-auto rounded-md border border-border p-2">
          {groups.map(({ id, label }) => (
            <li key={id}>
              <label className="flex min-h-8 items-center gap-2.5 rounded-sm px-1.5 hover:bg-sunken">
                <input
                  type="checkbox"
                  name="groupIds"
                  value={id}
                  defaultChecked={chosen.includes(id)}
                  className="size-4.5 accent-accent"
                />
                <bdi>{label}</bdi>
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
