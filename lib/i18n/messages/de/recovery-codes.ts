/** Recovery codes: making, keeping and replacing them. */
import type { Translated } from "../../translated.ts";
import type { recoveryCodes as english } from "../en/recovery-codes.ts";

export const recoveryCodes: Translated<typeof english> = {
  title: "Wiederherstellungscodes",
  lead: "Für den Tag, an dem alle Passkeys verloren sind: Einer von zehn Codes lässt dich wieder hinein, jeder einmal.",
  noneTitle: "Du hast keine Wiederherstellungscodes",
  noneBody:
    "Erstelle sie jetzt und bewahre sie dort auf, wo du sie auch ohne deine Geräte findest: auf Papier oder bei jemandem, dem du vertraust.",
  left: "{left, plural, =0 {Keiner von {total} übrig} one {# von {total} übrig} other {# von {total} übrig}}",
  madeAt: "Erstellt am <when></when>",
  fewLeft: "Es sind nur noch wenige übrig. Erstelle neue, bevor du sie brauchst.",
  make: "Wiederherstellungscodes erstellen",
  replace: "Neue erstellen",
  confirmHint: "Vorher bestätigst du mit einem Passkey, dass du es bist.",
  replaceTitle: "Deine Wiederherstellungscodes ersetzen?",
  replaceBody:
    "Die Codes, die du hast, gelten sofort nicht mehr, auch die auf Papier. Du bekommst zehn neue.",
  cancel: "Abbrechen",
  madeTitle: "Deine neuen Wiederherstellungscodes",
  madeBody:
    "Sie werden nur jetzt angezeigt. Bewahre sie dort auf, wo du sie ohne deine Geräte findest; jeder gilt einmal.",
  copy: "Kopieren",
  copied: "Kopiert.",
  notCopied: "Dieser Browser lässt uns nicht kopieren. Markiere die Codes und kopiere sie selbst.",
  download: "Als Datei speichern",
  print: "Drucken",
  done: "Ich habe sie aufbewahrt",
  file: "Wiederherstellungscodes für {account} bei {instance}",
  fileHow: "Jeder gilt einmal, unter {url}",
  fileName: "wiederherstellungscodes",
  offer: "Auch Wiederherstellungscodes erstellen",
  offerHint: "Zehn Codes auf Papier, für den Tag, an dem der Passkey verloren ist.",
  waysTitle: "Andere Wege zurück",
  wayDevice:
    "Ein anderes Gerät von dir, auf dem du noch angemeldet bist, kann einen neuen Browser einlassen.",
  wayMail: "Die Anmeldeseite schickt einen Link an {email}.",
  wayMailUnconfirmed:
    "Die Anmeldeseite schickt einen Link an {email}, sobald du diese Adresse bestätigt hast.",
  wayAdmin: "Die Betreiber von {instance} können dir einen Link geben.",
  noMail:
    "{instance} verschickt keine E-Mails: Du erfährst nicht, wenn jemand in dein Konto zurückkehrt. Deine Aktivität zeigt es.",
};
