/** Renaming and removing a passkey. */
import type { Translated } from "../../translated.ts";
import type { managePasskey as english } from "../en/manage-passkey.ts";

export const managePasskey: Translated<typeof english> = {
  rename: "Umbenennen",
  renameNamed: "{name} umbenennen",
  nameLabel: "Name des Passkeys",
  nameInvalid: "Gib einen Namen mit höchstens 64 Zeichen ein.",
  save: "Speichern",
  cancel: "Abbrechen",
  confirmHint: "Vorher bestätigst du mit einem Passkey, dass du es bist.",
  renamed: "In „{name}“ umbenannt.",
  remove: "Entfernen",
  removeNamed: "{name} entfernen",
  removeTitle: "„{name}“ entfernen?",
  removeBody:
    "Du kannst dich dann nicht mehr damit anmelden, und Browser, die damit angemeldet sind, werden abgemeldet. Das lässt sich nicht rückgängig machen.",
  removeBodyHere:
    "Du kannst dich dann nicht mehr damit anmelden, und Browser, die damit angemeldet sind, werden abgemeldet, auch dieser. Das lässt sich nicht rückgängig machen.",
  removeBodyLast:
    "Das ist dein letzter Passkey. Alle Browser, die damit angemeldet sind, werden abgemeldet, auch dieser, und danach kommst du nur noch mit {count, plural, one {deinem letzten Wiederherstellungscode} other {einem deiner # Wiederherstellungscodes}} hinein. Das lässt sich nicht rückgängig machen.",
  removeConfirmHint:
    "Vorher bestätigst du, dass du es bist. Nimm dafür einen anderen Passkey als diesen, um hier angemeldet zu bleiben.",
  lastTitle: "„{name}“ kannst du noch nicht entfernen",
  lastBody: "Das ist dein einziger Weg hinein. Füge zuerst einen anderen hinzu.",
  close: "Schließen",
  removedTitle: "Passkey entfernt",
  removedBody: "„{name}“ öffnet dein Konto nicht mehr. Entferne ihn auch aus deinem Passwortmanager.",
  removedHere:
    "„{name}“ öffnet dein Konto nicht mehr, und hier bist du abgemeldet. Entferne ihn auch aus deinem Passwortmanager.",
  done: "Fertig",
  signInAgain: "Wieder anmelden",
};
