/** The line at the foot of every page with one question. */
import { ThemeSwitch } from "#components/ui/theme-switch.tsx";
import { chooseTheme } from "./actions.ts";
import { pageLanguage } from "./page-context.ts";
import { readTheme } from "./theme.ts";

export async function ThemeChoice() {
  const { t } = await pageLanguage();
  return (
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
  );
}
