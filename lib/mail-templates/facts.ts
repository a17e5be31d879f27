/** When, where and for how long, in words. */
import { describeUserAgent } from "#lib/i18n/describe-user-agent.ts";
import { formatter } from "#lib/i18n/translator.ts";
import type { Desk, Fact } from "./mail-content.ts";
import type { Occasion } from "./schema.ts";

export function factsOf(desk: Desk, { at, ip, userAgent }: Occasion): Fact[] {
  const { t } = desk;
  return [
    whenFact(desk, at),
    { label: t("mail.device"), value: deviceName(desk, userAgent) },
    ...(ip === "" ? [] : [{ label: t("mail.address"), value: ip, code: true }]),
  ];
}

export function whenFact({ t, now, locale }: Desk, at: string): Fact {
  const when = formatter(now, locale).dateTime(new Date(at), {
    dateStyle: "long",
    timeStyle: "short",
  });
  return { label: t("mail.when"), value: `${when} (UTC)` };
}

/** A display only: whoever writes a user agent writes what they like. */
function deviceName({ t }: Desk, userAgent: string): string {
  const { browser, system } = describeUserAgent(userAgent);
  if (browser && system) return t("mail.browserOn", { browser, system });
  return browser ?? system ?? t("mail.unknownDevice");
}

/** What is left until `expiresAt`, in the largest unit that is still honest: `30 minutes`, `24 hours`, `7 days`. */
export function timeLeft({ t, now }: Desk, expiresAt: string): string {
  const minutes = Math.max(1, Math.round((Date.parse(expiresAt) - now.getTime()) / 60_000));
  if (minutes < 120) return t("mail.minutes", { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48 ? t("mail.hours", { count: hours }) : t("mail.days", { count: Math.round(hours / 24) });
}
