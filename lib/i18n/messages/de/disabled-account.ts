/** An account that an administrator has shut. */
import type { Translated } from "../../translated.ts";
import type { disabledAccount as english } from "../en/disabled-account.ts";

export const disabledAccount: Translated<typeof english> = {
  title: "Dieses Konto ist gesperrt",
  body: "Dein Passkey stimmt, aber mit diesem Konto kann sich im Moment niemand anmelden.",
  help: "Wende dich an die Betreiber von {instance}: Die Person oder Firma, von der du diese Adresse hast, kann es wieder freigeben.",
  another: "Anderes Konto verwenden",
};
