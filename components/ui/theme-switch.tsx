/** System, light or dark: three buttons of a form, so that the choice works without JavaScript too. */
import { Monitor, Moon, Sun } from "lucide-react";

export type Theme = "system" | "light" | "dark";
/** A server action; the page comes back as it is afterwards. */
export type FormAction = (form: FormData) => Promise<void>;

interface ThemeSwitchProps {
  readonly current: Theme;
  readonly action: FormAction;
  readonly labels: { readonly label: string } & Readonly<Record<Theme, string>>;
}

const choices = [
  ["system", Monitor],
  ["light", Sun],
  ["dark", Moon],
] as const;

export function ThemeSwitch({ current, action, labels }: ThemeSwitchProps) {
  return (
    <form action={action}>
      <fieldset className="flex rounded-lg border border-border p-0.5">
        <legend className="sr-only">{labels.label}</legend>
        {choices.map(([theme, Icon]) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={theme === current}
            title={labels[theme]}
            className="grid size-10 cursor-pointer place-items-center rounded-md text-muted hover:text-fg aria-pressed:bg-accent-soft aria-pressed:text-accent-soft-fg"
          >
            <Icon aria-hidden="true" size="1.125em" />
            <span className="sr-only">{labels[theme]}</span>
          </button>
        ))}
      </fieldset>
    </form>
  );
}
