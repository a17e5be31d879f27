/** What a page of an app's request says when the request is unknown, finished or too old. */
import type { Translate } from "#lib/i18n/translator.ts";
import { AuthScreen } from "../auth-screen.tsx";

export function RequestExpired({ t }: { readonly t: Translate }) {
  return (
    <AuthScreen keyline="failed">
      <h1>{t("common.expiredRequest")}</h1>
      <p className="mt-2 text-muted">{t("common.expiredRequestBody")}</p>
      <a className="button button-secondary mt-6 w-full" href="/account">
        {t("notFound.home")}
      </a>
    </AuthScreen>
  );
}
