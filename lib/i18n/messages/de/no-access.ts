/** Why an app may not be used. */
import type { Translated } from "../../translated.ts";
import type { noAccess as english } from "../en/no-access.ts";

export const noAccess: Translated<typeof english> = {
  title: "Kein Zugang zu {app}",
  pageTitle: "Kein Zugang",
  group: "Dein Konto ist in keiner Gruppe, die {app} verwenden darf.",
  groupHelp: "Bitte die Betreiber von {instance}, dich aufzunehmen, oder verwende ein anderes Konto.",
  user_verification: "{app} verlangt einen Passkey, der Fingerabdruck, Gesicht oder PIN prüft.",
  user_verificationHelp:
    "Der, den du verwendet hast, hat das nicht getan. Versuch es noch einmal oder nimm einen anderen Passkey.",
  device_bound:
    "{app} verlangt einen Passkey, der sein Gerät nicht verlassen kann, etwa auf einem Sicherheitsschlüssel.",
  device_boundHelp:
    "Der, den du verwendet hast, wird zwischen Geräten synchronisiert. Nimm einen anderen Passkey.",
  account: "Angemeldet als",
  anotherPasskey: "Anderen Passkey verwenden",
  anotherAccount: "Anderes Konto verwenden",
  back: "Zurück zu {app}",
};
