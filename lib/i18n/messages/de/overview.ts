/** The first page of the account. */
import type { Translated } from "../../translated.ts";
import type { overview as english } from "../en/overview.ts";

export const overview: Translated<typeof english> = {
  attention: "Für deine Sicherheit",
  advice: {
    counterTitle: "Sieh dir {passkey} an",
    counterBody:
      "Sein Zähler ist bei einer Anmeldung nicht gestiegen, er wurde also vielleicht kopiert. Wenn du nicht weißt, warum, entferne ihn und erstelle einen neuen.",
    counterAction: "Passkeys ansehen",
    passkeyAction: "Passkey hinzufügen",
    codesTitle: "Erstelle Wiederherstellungscodes",
    codesBody:
      "Damit kommst du hinein, wenn alle deine Passkeys verloren sind. Bewahre sie auf Papier auf, getrennt von deinen Geräten.",
    codesLeftTitle:
      "{left, plural, one {Nur # Wiederherstellungscode ist übrig} other {Nur # Wiederherstellungscodes sind übrig}}",
    codesLeftBody:
      "Erstelle einen neuen Satz, bevor der letzte verbraucht ist. Die alten Codes gelten dann nicht mehr.",
    codesAction: "Wiederherstellungscodes",
    emailTitle: "Bestätige deine E-Mail-Adresse",
    emailBody:
      "Hinweise zu deinem Konto gehen an {email}, und noch ist nicht gezeigt, dass diese Adresse dir gehört.",
    emailAction: "Zum Profil",
  },
  apps: "Deine Apps",
  appsEmpty: "Hier werden die Apps stehen, die du mit diesem Konto öffnen kannst.",
  used: "Benutzt: {relative}",
  notUsed: "Noch nicht benutzt",
  signIns: "Letzte Anmeldungen",
  allActivity: "Alle Aktivitäten",
  glance: "Auf einen Blick",
  appCount: "{count, plural, one {# App hat Zugriff} other {# Apps haben Zugriff}}",
};
