/** No page at this address. */
import type { Metadata } from "next";
import { AuthPage } from "#components/ui/auth-page.tsx";
import { translator } from "#lib/i18n/translator.ts";
import { instanceConfig } from "./page-context.ts";
import { ThemeChoice } from "./theme-choice.tsx";

export function generateMetadata(): Metadata {
  return { title: translator()("notFound.title") };
}

export default async function NotFound() {
  const t = translator();
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
