/** The words that passkey screens need in the browser, put together for this instance. */
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { ceremonyLabels } from "#components/passkey/ceremony-labels.ts";
import type { CreatedLabels } from "#components/passkey/created-panel.tsx";
import type { Config } from "#lib/config/load-config.ts";
import type { PageLanguage } from "../page-context.ts";
import { madeCodesWords } from "./made-codes-words.ts";

type CeremonyLanguage = Pick<PageLanguage, "t" | "locale" | "instance">;

export function ceremonyWords({ t, locale, instance }: CeremonyLanguage, config: Config): CeremonyLabels {
  return ceremonyLabels(t, { instance, address: config.baseUrl, locale });
}

export function createdWords(
  language: CeremonyLanguage,
  config: Config,
  app: string | undefined,
): CreatedLabels {
  const { t } = language;
  return {
    title: t("created.title"),
    secondTitle: t("created.secondTitle"),
    saved: t("created.saved", { name: "{name}" }),
    rename: {
      trigger: t("managePasskey.rename"),
      nameLabel: t("managePasskey.nameLabel"),
      nameInvalid: t("managePasskey.nameInvalid"),
      save: t("managePasskey.save"),
      cancel: t("managePasskey.cancel"),
      renamed: t("managePasskey.renamed", { name: "{name}" }),
    },
    synced: t("created.synced"),
    notSynced: t("created.notSynced"),
    continue: app === undefined ? t("created.continue") : t("created.continueToApp", { app }),
    addSecond: t("created.addSecond"),
    secondHint: t("created.secondHint"),
    done: t("ceremony.created"),
    codes: {
      offer: t("recoveryCodes.offer"),
      hint: t("recoveryCodes.offerHint"),
      made: madeCodesWords(language, config),
    },
  };
}
