/** The words of the state machine, put together on the server so that the catalogue stays there. */
import type { Translate } from "#lib/i18n/translator.ts";
import type { FailureReason } from "./failure.ts";

export interface CeremonyLabels {
  readonly starting: string;
  readonly waiting: string;
  readonly verifying: string;
  readonly alreadyRegistered: string;
  /** Hold `{time}` where the browser puts how long to wait. */
  readonly failure: Readonly<Record<FailureReason, string>>;
  /** Holds `{id}`. */
  readonly reference: string;
  readonly address: string;
  readonly locale: string;
}

export function ceremonyLabels(
  t: Translate,
  input: { readonly instance: string; readonly address: string; readonly locale: string },
): CeremonyLabels {
  const { instance, address, locale } = input;
  return {
    starting: t("ceremony.starting"),
    waiting: t("ceremony.waiting"),
    verifying: t("ceremony.verifying"),
    alreadyRegistered: t("ceremony.alreadyRegistered"),
    failure: {
      notUsed: t("ceremony.failure.notUsed"),
      notCreated: t("ceremony.failure.notCreated"),
      timedOut: t("ceremony.failure.timedOut"),
      wrongAddress: t("ceremony.failure.wrongAddress", { address }),
      needsVerification: t("ceremony.failure.needsVerification"),
      provider: t("ceremony.failure.provider"),
      unsupported: t("ceremony.failure.unsupported"),
      refused: t("ceremony.failure.refused"),
      disabled: t("ceremony.failure.disabled", { instance }),
      copied: t("ceremony.failure.copied", { instance }),
      notAllowed: t("ceremony.failure.notAllowed", { instance }),
      rateLimited: t("ceremony.failure.rateLimited", { time: "{time}" }),
      offline: t("ceremony.failure.offline"),
      server: t("ceremony.failure.server"),
      unavailable: t("ceremony.failure.unavailable", { instance, time: "{time}" }),
      signedOut: t("ceremony.failure.signedOut"),
      limit: t("ceremony.failure.limit"),
      nameTaken: t("ceremony.failure.nameTaken"),
      invalid: t("ceremony.failure.invalid"),
      closed: t("ceremony.failure.closed", { instance }),
      linkSpent: t("ceremony.failure.linkSpent"),
      gone: t("ceremony.failure.gone"),
      onlyWayIn: t("ceremony.failure.onlyWayIn"),
    },
    reference: t("ceremony.reference", { id: "{id}" }),
    address,
    locale,
  };
}
