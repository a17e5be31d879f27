/** The languages, at the foot of every page. */
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { chooseLocale } from "./actions.ts";
import { pageLanguage } from "./page-context.ts";

export async function LanguageChoice() {
  const { t, locale } = await pageLanguage();
  return <LanguageSwitch current={locale} action={chooseLocale} label={t("language.label")} />;
}
