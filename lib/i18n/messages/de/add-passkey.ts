/** Adding a passkey. */
import type { Translated } from "../../translated.ts";
import type { addPasskey as english } from "../en/add-passkey.ts";

export const addPasskey: Translated<typeof english> = {
  title: "Passkey hinzufügen",
  body: "Dein Browser fragt, wo er liegen soll: auf diesem Gerät, auf deinem Handy oder auf einem Sicherheitsschlüssel.",
  create: "Passkey erstellen",
  createHint: "Solange der Passkey nicht gespeichert ist, ändert sich nichts.",
  stepUpTitle: "Bestätige, dass du es bist",
  stepUpBody:
    "Bestätige, dass du es bist, um {account} einen Passkey hinzuzufügen. Das gilt 10 Minuten lang.",
  confirm: "Mit einem Passkey bestätigen",
  cancel: "Abbrechen",
  done: "Fertig",
  doneTitle: "Passkey hinzugefügt",
  added: "Gespeichert als „{name}“.",
};
