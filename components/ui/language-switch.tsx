/** The languages, each in its own words: buttons of a form in a popover, so that the choice works without JavaScript too. */
import { Languages } from "lucide-react";
import { type Locale, localeNames, locales } from "#lib/i18n/locales.ts";
import type { FormAction } from "./theme-switch.tsx";

interface LanguageSwitchProps {
  readonly current: Locale;
  readonly action: FormAction;
  readonly label: string;
}

export function LanguageSwitch({ current, action, label }: LanguageSwitchProps) {
  return (
    <div>
      <button type="button" popoverTarget="languages" className="language-button" title={label}>
        <Languages aria-hidden="true" size="1.125em" />
        <span className="sr-only">{label}</span>
        <span lang={current}>{localeNames[current]}</span>
      </button>
      {/* The key makes it anew, and so closed, once a language was chosen. */}
      <form key={current} id="languages" popover="auto" action={action} className="language-menu">
        <fieldset className="grid">
          <legend className="sr-only">{label}</legend>
          {locales.map((locale) => (
            <button
              key={locale}
              type="submit"
              name="locale"
              value={locale}
              lang={locale}
              aria-pressed={locale === current}
              className="min-h-10 cursor-pointer rounded-md px-3 text-start text-sm hover:bg-sunken aria-pressed:bg-accent-soft aria-pressed:text-accent-soft-fg"
            >
              {localeNames[locale]}
            </button>
          ))}
        </fieldset>
      </form>
    </div>
  );
}
