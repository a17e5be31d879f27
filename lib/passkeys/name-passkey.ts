/** A passkey has a name from its first moment: the person can change it, but never has to invent one. */
import { describeUserAgent } from "#lib/i18n/describe-user-agent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translator.ts";

export interface NamingFacts {
  /** What the person typed, where they did. */
  readonly wished: string | undefined;
  /** What the model is called, where that is known. */
  readonly product: string | undefined;
  readonly userAgent: string;
  /** Names that the person's other passkeys have. */
  readonly taken: readonly string[];
  /** Of the person. */
  readonly locale: Locale;
}

/** The wished name, else the product's, else browser and platform; numbered from 2 when it is taken. */
export function namePasskey({ wished, product, userAgent, taken, locale }: NamingFacts): string {
  const base = wished ?? product ?? nameByBrowser(userAgent, locale);
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base} ${number}`)) number += 1;
  return `${base} ${number}`;
}

/** "Chrome on Linux", or "Passkey" for an agent that nobody knows. */
function nameByBrowser(userAgent: string, locale: Locale): string {
  const t = translator(locale);
  const { browser, system } = describeUserAgent(userAgent);
  if (browser && system) return t("passkeys.browserOn", { browser, system });
  return browser ?? system ?? t("passkeys.unnamed");
}
