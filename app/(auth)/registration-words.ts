/** The words of the sign-up form, which sign-up and set-up share. */
import type { RegistrationLabels } from "#components/passkey/registration-flow.tsx";
import type { Translate } from "#lib/i18n/translator.ts";

export function registrationWords(
  t: Translate,
  own: Pick<RegistrationLabels, "title" | "lead" | "button">,
): RegistrationLabels {
  return {
    ...own,
    displayName: t("signUp.displayName"),
    displayNameHint: t("signUp.displayNameHint"),
    email: t("common.email"),
    emailHint: t("signUp.emailHint"),
    emailExample: t("common.emailExample"),
    hint: t("signUp.hint"),
    done: t("ceremony.created"),
    problems: {
      emailMissing: t("fields.emailMissing"),
      emailInvalid: t("fields.emailInvalid"),
      nameMissing: t("fields.nameMissing"),
      nameInvalid: t("fields.nameInvalid"),
    },
  };
}
