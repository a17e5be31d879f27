/** No page at this address. */
import type { Metadata } from "next";
import { AuthScreen } from "./auth-screen.tsx";
import { pageLanguage } from "./page-context.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("notFound.title") };
}

export default async function NotFound() {
  const { t } = await pageLanguage();
  return (
    <AuthScreen>
      <h1>{t("notFound.title")}</h1>
      <p className="mt-2 text-muted">{t("notFound.body")}</p>
      <a className="button button-secondary mt-6 w-full" href="/account">
        {t("notFound.home")}
      </a>
    </AuthScreen>
  );
}
