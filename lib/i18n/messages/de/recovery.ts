/** Ways back in without a passkey, and the page on which they end. */
import type { Translated } from "../../translated.ts";
import type { recovery as english } from "../en/recovery.ts";

export const recovery: Translated<typeof english> = {
  byCode: "Wiederherstellungscode verwenden",
  byMail: "Link per E-Mail bekommen",
  codeTitle: "Wiederherstellungscode verwenden",
  codeLead:
    "Wenn du keinen deiner Passkeys verwenden kannst, lässt dich einer der Codes, die du aufbewahrt hast, wieder hinein.",
  code: "Wiederherstellungscode",
  codeHint: "Zwanzig Buchstaben und Ziffern. Großschreibung und Striche spielen keine Rolle.",
  codeProblem: "Dieser Code funktioniert nicht. Vergleich ihn mit deiner Liste: Jeder gilt nur einmal.",
  continue: "Weiter",
  noCodes:
    "Kein Code? Die Betreiber von {instance} können dir einen Link geben, der dich wieder hineinlässt.",
  mailTitle: "Link per E-Mail bekommen",
  mailLead:
    "Wir schicken einen Link an die Adresse deines Kontos. Er gilt einmal, 15 Minuten lang und nur in diesem Browser.",
  mailHint: "Einen Link bekommen nur bestätigte Adressen.",
  mailProblem: "Gib eine E-Mail-Adresse ein, zum Beispiel ana@example.com.",
  mailButton: "Link schicken",
  sentTitle: "Schau in dein Postfach",
  sentBody:
    "Wenn die Adresse zu einem Konto gehört, das sich so anmelden darf, ist ein Link unterwegs. Öffne ihn innerhalb von 15 Minuten in diesem Browser.",
  sentHelp:
    "Nichts da? Schau in den Spam-Ordner. Konten mit besonderen Rechten bekommen keinen Link, nie bestätigte Adressen auch nicht.",
  linkTitle: "Bei diesem Konto anmelden?",
  linkLead: "Dieser Link öffnet ein Konto, einmal:",
  linkWarning:
    "Mach nur weiter, wenn dieses Konto deins ist. Wenn dir jemand anderes den Link geschickt hat, kann es ein Trick sein.",
  linkButton: "Anmelden",
  linkCancel: "Nicht anmelden",
  deadTitle: "Dieser Link funktioniert nicht",
  deadBody: "Er wurde schon benutzt, ein neuerer hat ihn ersetzt, oder er ist abgelaufen.",
  deadAsk: "Bitte die Betreiber von {instance} um einen neuen.",
  mailAgain: "Neuen Link bekommen",
  otherBrowserTitle: "Öffne den Link dort, wo du ihn angefordert hast",
  otherBrowserBody:
    "Zu deiner Sicherheit gilt er nur in dem Browser, in dem du ihn angefordert hast. Kopiere die Adresse des Links dorthin. Wenn du ihn nicht angefordert hast, schließ diese Seite.",
  inTitle: "Du bist drin",
  inLead: "Füge jetzt einen Passkey hinzu, damit du das nicht noch einmal brauchst.",
  inAs: "Angemeldet als {name}",
  add: "Passkey hinzufügen",
  addHint: "Dein Browser fragt, wo er liegen soll. Zehn Minuten lang kannst du das hier tun.",
  confirmExisting: "Passkey auf diesem Gerät verwenden",
  skip: "Ohne Passkey weitermachen",
  skipHint:
    "Füge auf einem fremden Computer keinen hinzu: Mach ohne weiter und melde dich danach ab. Du bleibst höchstens eine Stunde angemeldet.",
  lateTitle: "Die Zeit für einen neuen Passkey ist um",
  lateBody:
    "Das geht nur zehn Minuten lang, nachdem du hineingekommen bist. Komm dafür noch einmal neu hinein.",
  addedTitle: "Passkey hinzugefügt",
  addedBody: "Gespeichert als „{name}“. Er öffnet von nun an dein Konto.",
  confirmedTitle: "Du bist es",
  confirmedBody: "Dieses Gerät hat noch einen Passkey für dich.",
  lostTitle: "Hast du ein Gerät verloren?",
  lostBody:
    "Wer es hat, ist vielleicht noch angemeldet. Melde dich überall sonst ab und entferne die Passkeys, die du nicht mehr hast.",
  endOthers: "{count, plural, one {# andere Sitzung beenden} other {# andere Sitzungen beenden}}",
  endedOthers: "Du bist überall außer hier abgemeldet.",
  noOthers: "Du bist nirgendwo sonst angemeldet.",
  seePasskeys: "Deine Passkeys ansehen",
  codesLeft:
    "{count, plural, =0 {Das war dein letzter Wiederherstellungscode.} one {Du hast noch # Wiederherstellungscode.} other {Du hast noch # Wiederherstellungscodes.}}",
  noCodesYet: "Mit Wiederherstellungscodes kommst du wieder hinein, ohne jemanden zu fragen.",
  bannerTitle: "Du bist ohne Passkey hereingekommen",
  bannerBody:
    "Bis hier einer verwendet wird, lässt sich nichts Wichtiges ändern, und spätestens nach einer Stunde wirst du abgemeldet.",
};
