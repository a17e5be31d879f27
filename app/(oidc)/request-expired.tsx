/** What a page of an app's request says when the request is unknown, finished or too old. */
import { AuthPage } from "#components/ui/auth-page.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import { ThemeChoice } from "../theme-choice.tsx";

export function RequestExpired({ t, brand }: { readonly t: Translate; readonly brand: string }) {
  return (
    <AuthPage brand={brand} keyline="failed" footer={<ThemeChoice />}>
      <h1>{t("common.expiredRequest")}</h1>
      <p className="mt-2 text-muted">{t("common.expiredRequestBody")}</p>
      <a className="button button-secondary mt-6 w-full" href="/account">
        {t("notFound.home")}
      </a>
    </AuthPage>
  );
}
