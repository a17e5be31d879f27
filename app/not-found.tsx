/** No page at this address. */
import type { Metadata } from "next";
import { AuthPage } from "#components/ui/auth-page.tsx";
import { instanceConfig, pageLanguage } from "./page-context.ts";
import { ThemeChoice } from "./theme-choice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("notFound.title") };
}

export default async function NotFound() {
  const { t } = await pageLanguage();
  const { rpName } = await instanceConfig();
  return (
    <AuthPage brand={rpName} footer={<ThemeChoice />}>
      <h1>{t("notFound.title")}</h1>
      <p className="mt-2 text-muted">{t("notFound.body")}</p>
      <a className="button button-secondary mt-6 w-full" href="/account">
        {t("notFound.home")}
      </a>
    </AuthPage>
  );
}
