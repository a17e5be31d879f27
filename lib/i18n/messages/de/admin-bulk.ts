/** What is done to many rows of a table at once. */
import type { Translated } from "../../translated.ts";
import type { adminBulk as english } from "../en/admin-bulk.ts";

export const adminBulk: Translated<typeof english> = {
  label: "Auswahl ändern",
  what: "Was geschehen soll",
  apply: "Ausführen",
  clear: "Auswahl aufheben",
  confirm: "Fortfahren",
  stop: "Anhalten",
  undo: "Rückgängig",
  progress: "{past} von {total}",
  unchanged: "Wie vorher: {count}",
  all: "Alle {count, number} passenden auswählen",
  allFirst: "Die ersten {count, number} passenden auswählen",
  disable: "Sperren",
  disableBody:
    "Sie werden überall sofort abgemeldet und können sich nicht mehr anmelden. Rückgängig machen bringt keine Sitzung zurück.",
  enable: "Entsperren",
  enableBody: "Sie können sich wieder anmelden.",
  endSessions: "Sitzungen beenden",
  endSessionsBody: "Sie werden auf all ihren Geräten und von allen Apps abgemeldet.",
  group: "Gruppe",
  groupBody: "Was die Gruppe ihren Mitgliedern erlaubt, ändert sich sofort.",
  addToGroup: "In eine Gruppe aufnehmen",
  removeFromGroup: "Aus einer Gruppe nehmen",
  removeMembers: "Aus der Gruppe nehmen",
  disableApps:
    "Niemand kann sich mehr bei ihnen anmelden, und ihre Tokens enden sofort. Späteres Entsperren bringt kein Token zurück.",
  enableApps: "Man kann sich wieder bei ihnen anmelden.",
};
