/** A passkey was created. */
import type { Translated } from "../../translated.ts";
import type { created as english } from "../en/created.ts";

export const created: Translated<typeof english> = {
  title: "Passkey erstellt",
  saved: "Gespeichert als „{name}“.",
  synced: "Er wird synchronisiert, also kannst du ihn auch auf deinen anderen Geräten verwenden.",
  notSynced:
    "Er kann das Gerät oder den Schlüssel, auf dem er liegt, nicht verlassen. Füge einen zweiten Passkey hinzu, damit du dich nicht aussperrst, wenn du ihn verlierst.",
  continue: "Weiter",
  continueToApp: "Weiter zu {app}",
  addSecond: "Zweiten Passkey hinzufügen",
  secondHint: "Nimm ein anderes Gerät, dein Handy oder einen Sicherheitsschlüssel.",
  secondTitle: "Zweiter Passkey erstellt",
};
