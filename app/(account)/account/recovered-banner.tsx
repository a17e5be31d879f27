/** Above every page of the account while no passkey was used in the session. */
import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#lib/i18n/translator.ts";

export function RecoveredBanner({ t }: { readonly t: Translate }) {
  return (
    <div className="mb-8">
      <Notice tone="warn">
        <p className="font-semibold">{t("recovery.bannerTitle")}</p>
        <p className="mt-1">{t("recovery.bannerBody")}</p>
        <p className="mt-2">
          <a className="text-link" href="/sign-in/recovered">
            {t("recovery.add")}
          </a>
        </p>
      </Notice>
    </div>
  );
}
