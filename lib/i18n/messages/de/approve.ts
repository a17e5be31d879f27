/** Letting in a browser that waits, from one with a passkey. */
import type { Translated } from "../../translated.ts";
import type { approve as english } from "../en/approve.ts";

export const approve: Translated<typeof english> = {
  title: "Anderen Browser einlassen?",
  pageTitle: "Anderen Browser einlassen",
  enterLead: "Gib den Code ein, den der andere Bildschirm zeigt.",
  code: "Code",
  codeHint: "Zwölf Buchstaben. Großschreibung und Bindestriche sind egal.",
  unknownCode:
    "Auf diesen Code wartet kein Browser. Er ist abgelaufen, oder die Frage wurde schon beantwortet.",
  tooMany: "Zu viele falsche Codes. Warte ein paar Minuten und versuch es dann noch einmal.",
  continue: "Weiter",
  confirmTitle: "Bestätige, dass du es bist",
  confirmBody:
    "Bestätige, dass du es bist, um einen anderen Browser einzulassen. Du siehst, welchen, bevor du entscheidest.",
  confirm: "Mit einem Passkey bestätigen",
  confirmed: "Bestätigt. Einen Moment …",
  account: "Er würde angemeldet als",
  notYou: "Bist du das nicht?",
  switchAccount: "Anderes Konto verwenden",
  compare: "Der andere Bildschirm muss zeigen",
  device: "Browser",
  unknownDevice: "Unbekannt",
  ip: "Netzwerkadresse",
  asked: "Angefragt",
  warning: "Stimm nur zu, wenn du das gerade selbst angefangen hast.",
  warningBody:
    "Wer an diesem Browser sitzt, ist dann als du angemeldet. Wenn dir jemand den Code oder einen Link geschickt hat, ist das ein Trick: Lehn ab.",
  otherNetwork:
    "Dieser Browser ist in einem anderen Netz als du. Mit mobilen Daten ist das üblich. Sonst ist es ein Zeichen, dass jemand anderes fragt.",
  approve: "Zustimmen",
  deny: "Ablehnen",
  approvedTitle: "Der Browser ist eingelassen",
  approvedBody: "Mach dort weiter. Diese Seite kannst du schließen.",
  deniedTitle: "Der Browser wurde nicht eingelassen",
  deniedBody: "Niemand hat etwas bekommen. Diese Seite kannst du schließen.",
  roleTitle: "Nicht mit diesem Konto",
  roleBody:
    "Konten, die {instance} mitbetreiben, können so keinen Browser einlassen: Dafür hängt zu viel an ihnen. Melde dich dort mit deinem Handy über den QR-Code des Browsers an oder mit einem Sicherheitsschlüssel.",
};
