/** A page failed. The document carries these words in its own language; the English ones are also in the browser's script. */
import type { Translated } from "../../translated.ts";
import type { failure as english } from "../en/failure.ts";

export const failure: Translated<typeof english> = {
  title: "Etwas ist schiefgegangen",
  body: "Der Fehler liegt bei uns und wurde festgehalten. Versuch es noch einmal; wenn es so bleibt, sag den Betreibern dieser Adresse Bescheid.",
  retry: "Noch einmal versuchen",
  home: "Zu deinem Konto",
  reference: "Kennung",
};
