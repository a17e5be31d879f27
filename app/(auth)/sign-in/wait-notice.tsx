/** Too many tries, and how long to wait. */
import { Notice } from "#components/ui/notice.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface WaitNoticeProps {
  readonly t: Translate;
  readonly locale: Locale;
  /** Seconds, as the address has them. */
  readonly wait: string | string[] | undefined;
}

const longestSeconds = 86_400;

export function WaitNotice({ t, locale, wait }: WaitNoticeProps) {
  const seconds = typeof wait === "string" && /^\d{1,6}$/.test(wait) ? Number(wait) : 60;
  const minutes = Math.ceil(Math.min(Math.max(seconds, 1), longestSeconds) / 60);
  const time = new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "long" });
  return (
    <div className="mt-4" role="alert">
      <Notice tone="danger">{t("ceremony.failure.rateLimited", { time: time.format(minutes) })}</Notice>
    </div>
  );
}
