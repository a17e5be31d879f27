/** A person's e-mail address: having it checked, and changing to another one. */
import type { Translated } from "../../translated.ts";
import type { emailAddress as english } from "../en/email-address.ts";

export const emailAddress: Translated<typeof english> = {
  lead: "Dein Benutzername hier, und dorthin gehen Mails. Apps erkennen dich vielleicht daran.",
  confirmed: "Bestätigt",
  unconfirmed: "Nicht bestätigt",
  verify: "Bestätigungslink senden",
  pendingVerify:
    "Wir haben einen Link an {email} gesendet. Öffne ihn innerhalb eines Tages in einem Browser, in dem du angemeldet bist.",
  pendingChange:
    "Wir haben einen Link an {email} gesendet. Öffne ihn innerhalb eines Tages in einem Browser, in dem du angemeldet bist. Bis dahin bleibt deine Adresse, wie sie ist.",
  withdraw: "Zurücknehmen",
  withdrawn: "Zurückgenommen. Der Link in der Mail funktioniert nicht mehr.",
  change: "Andere Adresse verwenden",
  newLabel: "Neue E-Mail-Adresse",
  send: "Link senden",
  confirmHint: "Vorher bestätigst du mit einem Passkey, dass du es bist.",
  sent: "Gesendet. Schau in dein Postfach.",
  same: "Das ist schon deine Adresse, und sie ist bestätigt.",
  noMail:
    "Von hier werden keine Mails verschickt, deshalb kann nur die Administration die Adresse ändern. Frag die Betreiber von {instance}.",
  changed: "Deine E-Mail-Adresse ist jetzt {email}.",
  verified: "{email} ist bestätigt.",
  page: {
    title: "Bestätige deine Adresse",
    change: "Sie wird die E-Mail-Adresse deines Kontos, anstelle von {old}.",
    verify: "Es ist die E-Mail-Adresse deines Kontos.",
    account: "Angemeldet als",
    confirm: "Bestätigen",
    later: "Nicht jetzt",
    deadTitle: "Dieser Link funktioniert nicht",
    deadBody:
      "Er wurde benutzt oder ersetzt, oder er ist älter als ein Tag. In deinem Profil kannst du einen neuen anfordern.",
    toProfile: "Zu deinem Profil",
    foreignTitle: "Dieser Link gehört zu einem anderen Konto",
    foreignBody:
      "Wenn du ihn angefordert hast, melde dich mit dem Konto an, für das er ist. Wenn nicht, schließ diese Seite: Es passiert nichts.",
    switch: "Anderes Konto verwenden",
    takenTitle: "Diese Adresse ist vergeben",
    takenBody: "Ein anderes Konto hier hat sie. Melde dich dort an oder ändere zuerst dessen Adresse.",
  },
};
