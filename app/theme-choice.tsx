/** The line at the foot of every page: how it looks, and in which language it speaks. */
import { ThemeSwitch } from "#components/ui/theme-switch.tsx";
import { chooseTheme } from "./actions.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { pageLanguage } from "./page-context.ts";
import { readTheme } from "./theme.ts";

export async function ThemeChoice() {
  const { t } = await pageLanguage();
  return (
    <div className="flex flex-wrap items-center justify-center gap-2">
      <LanguageChoice />
      <ThemeSwitch
        current={await readTheme()}
        action={chooseTheme}
        labels={{
          label: t("theme.label"),
          system: t("theme.system"),
          light: t("theme.light"),
          dark: t("theme.dark"),
        }}
      />
    </div>
  );
}
