/** Making the first administrator. */
import type { Translated } from "../../translated.ts";
import type { setUp as english } from "../en/set-up.ts";

export const setUp: Translated<typeof english> = {
  title: "{instance} einrichten",
  lead: "Erstelle das erste Administrationskonto. Dieser Link gilt nur einmal.",
  ownership: "Passkeys gehören zu <host>{rpId}</host>. Wird das später geändert, werden alle ungültig.",
  secure: "Die Verbindung zu dieser Adresse ist sicher.",
  local: "Die Adresse liegt auf deinem eigenen Rechner.",
  button: "Ersten Passkey erstellen",
  invalidTitle: "Dieser Einrichtungslink funktioniert nicht",
  invalidBody: "Er wurde schon benutzt, oder er ist abgelaufen.",
  invalidHelp: "Wer den Server betreibt, erzeugt einen neuen mit:",
  doneAlready: "Gibt es hier schon ein Administrationskonto, wird kein neuer Link ausgegeben.",
};
