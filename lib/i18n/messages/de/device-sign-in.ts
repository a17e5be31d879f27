/** The browser without a passkey, which waits to be let in from another one. */
import type { Translated } from "../../translated.ts";
import type { deviceSignIn as english } from "../en/device-sign-in.ts";

export const deviceSignIn: Translated<typeof english> = {
  title: "Mit einem anderen Gerät anmelden",
  lead: "Lass diesen Browser von einem Handy oder Computer aus ein, auf dem du einen Passkey hast. Bluetooth ist nicht nötig.",
  afterwards:
    "Danach bist du hier eine Stunde lang angemeldet und kannst in diesem Browser einen Passkey hinzufügen.",
  start: "Code anzeigen",
  scan: "Scanne das mit deinem Handy oder öffne die Adresse dort, wo du einen Passkey hast.",
  qr: "QR-Code, der {url} öffnet",
  address: "Adresse",
  code: "Code",
  compare: "Beide Bildschirme zeigen",
  waiting: "Warte auf deine Zustimmung.",
  timeLeft: "Gilt noch {time}",
  timeOver: "Abgelaufen",
  done: "Ich habe zugestimmt",
  notYet: "Noch nicht zugestimmt. Stimm auf dem anderen Gerät zu und versuch es dann noch einmal.",
  approved: "Zugestimmt. Es geht gleich weiter …",
  continue: "Weiter",
  offline: "Du scheinst offline zu sein. Diese Seite fragt weiter nach.",
  unreachable: "Der Server antwortet nicht. Diese Seite fragt weiter nach.",
  overTitle: "Dieser Code ist abgelaufen",
  overBody: "Ein Code gilt fünf Minuten und nur einmal.",
  again: "Neuen Code anzeigen",
  deniedTitle: "Dieser Browser wurde nicht eingelassen",
  deniedBody: "Die Antwort auf dem anderen Gerät war Nein. Du kannst noch einmal anfangen.",
  refusedTitle: "Diese Zustimmung gilt nicht mehr",
  refusedBody:
    "Am Konto hat sich inzwischen etwas geändert. Fang noch einmal an oder wende dich an die Betreiber von {instance}.",
};
