/** Allowing an app. */
import type { Translated } from "../../translated.ts";
import type { consent as english } from "../en/consent.ts";

export const consent: Translated<typeof english> = {
  pageTitle: "App erlauben",
  title: "<app></app> erlauben?",
  lead: "<app></app> sieht dann:",
  nothingPersonal:
    "<app></app> möchte nichts aus deinem Profil. Die App erfährt nur eine Kennung, die dein Konto von anderen unterscheidet.",
  returnsTo: "Danach geht es zurück zu",
  account: "Angemeldet als",
  notYou: "Das bist nicht du?",
  switchAccount: "Anderes Konto verwenden",
  allow: "Erlauben",
  deny: "Nicht erlauben",
  verified: "geprüft",
  unverified: "nicht geprüft",
  updatedAt: "Die App erfährt auch, dass dein Profil zuletzt am <when></when> geändert wurde.",
  footer: "Deine Wahl wird gemerkt. {app} bekommt deinen Passkey nie zu sehen.",
  policy: "Datenschutzerklärung der App",
  terms: "Nutzungsbedingungen der App",
  registeredItself: "Diese App hat sich selbst registriert. Ihren Namen hat hier niemand geprüft.",
  describedBy:
    "Diese App beschreibt sich selbst unter <host></host>. Mach nur weiter, wenn du diese Adresse kennst.",
  offlineTitle: "Zugriff, während du nicht da bist",
  offline: "<app></app> kann das weiter nutzen, auch wenn du nicht da bist, bis du es zurücknimmst.",
  resources: "Die App darf in deinem Namen diese Dienste nutzen:",
  claims: {
    sub: "Kennung",
    name: "Name",
    given_name: "Vorname",
    family_name: "Nachname",
    preferred_username: "Benutzername",
    picture: "Bild",
    locale: "Sprache",
    email: "E-Mail-Adresse",
    groups: "Gruppen",
    middle_name: "Weiterer Vorname",
    nickname: "Spitzname",
    profile: "Profilseite",
    website: "Website",
    gender: "Geschlecht",
    birthdate: "Geburtsdatum",
    zoneinfo: "Zeitzone",
    address: "Adresse",
    phone_number: "Telefonnummer",
  },
};
