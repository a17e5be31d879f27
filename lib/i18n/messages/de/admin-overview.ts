/** The first page of the administration. */
import type { Translated } from "../../translated.ts";
import type { adminOverview as english } from "../en/admin-overview.ts";

export const adminOverview: Translated<typeof english> = {
  title: "Überblick",
  attention: "Braucht Aufmerksamkeit",
  allWell: "Alles in Ordnung.",
  allWellBody: "Nichts braucht deine Aufmerksamkeit.",
  look: "Ansehen",
  lookAt: "Ansehen: {what}",
  asTable: "Als Tabelle zeigen",
  kinds: {
    database: "Der Datenbank geht es nicht gut.",
    signing_keys: "Es gibt keinen brauchbaren Signaturschlüssel.",
    disk: "Der Datenträger ist fast voll.",
    clock: "Die Uhren gehen auseinander.",
    metadata: "Die Authenticator-Metadaten sind nicht aktuell.",
    mail: "E-Mails kommen nicht durch.",
    undelivered:
      "{more, select, yes {Mehr als {count, number} Nachrichten waren diese Woche nicht zustellbar.} other {{count, plural, one {Eine Nachricht war diese Woche nicht zustellbar.} other {# Nachrichten waren diese Woche nicht zustellbar.}}}}",
    key_rotation:
      "{count, plural, one {Ein Signaturschlüssel hätte ersetzt werden sollen.} other {# Signaturschlüssel hätten ersetzt werden sollen.}}",
    client_secrets:
      "{more, select, yes {Mehr als {count, number} Apps verlieren bald ihr letztes Geheimnis.} other {{count, plural, one {Eine App verliert bald ihr letztes Geheimnis.} other {# Apps verlieren bald ihr letztes Geheimnis.}}}}",
    api_keys:
      "{more, select, yes {Mehr als {count, number} API-Schlüssel laufen bald ab.} other {{count, plural, one {Ein API-Schlüssel läuft bald ab.} other {# API-Schlüssel laufen bald ab.}}}}",
    clone_suspected:
      "{more, select, yes {Mehr als {count, number} Passkeys wurden möglicherweise kopiert.} other {{count, plural, one {Ein Passkey wurde möglicherweise kopiert.} other {# Passkeys wurden möglicherweise kopiert.}}}}",
    no_passkey:
      "{count, plural, one {Eine Person hat keinen Passkey.} other {# Personen haben keinen Passkey.}}",
    one_passkey:
      "{count, plural, one {Eine Person hat nur einen Passkey.} other {# Personen haben nur einen Passkey.}}",
  },
  advice: {
    database: "Sie antwortet langsam oder gar nicht.",
    signing_keys: "Niemand kann sich bei einer App anmelden.",
    disk: "Schaffe Platz, bevor die Datenbank stehen bleibt.",
    clock: "Stelle diesen Rechner und die Datenbank nach demselben Zeitserver.",
    metadata: "Ohne sie wird Attestierungen nicht vertraut.",
    mail: "Per E-Mail wird gewarnt und wieder hereingelassen.",
    undelivered: "E-Mails und Abmeldehinweise, die aufgegeben wurden.",
    key_rotation: "Schlüssel wechseln von selbst; etwas hält diese davon ab.",
    client_secrets: "Erstelle innerhalb von zwei Wochen ein neues, bevor Anmeldungen scheitern.",
    api_keys: "Programme, die sie verwenden, stehen innerhalb von zwei Wochen still.",
    clone_suspected: "Frag nach, wem er gehört, und widerrufe ihn im Zweifel.",
    no_passkey: "Sie können sich nicht anmelden. Ein Wiederherstellungslink lässt sie wieder herein.",
    one_passkey: "Wer ihn verliert, ist ausgesperrt. Bitte sie, einen zweiten hinzuzufügen.",
  },
  signIns: {
    title: "Anmeldungen",
    summary: "In den letzten 30 Tagen: {succeeded, number} erfolgreich, {failed, number} fehlgeschlagen.",
    day: "Tag",
    succeeded: "Erfolgreich",
    failed: "Fehlgeschlagen",
    utc: "Tage in UTC",
    picture: "Anmeldungen an jedem der letzten 30 Tage. Die meisten an einem Tag: {count, number}, am {day}.",
    column: "{day}: {succeeded, number} erfolgreich, {failed, number} fehlgeschlagen",
    all: "Anmeldungen im Protokoll",
    allFailed: "Fehlgeschlagene Anmeldungen im Protokoll",
  },
  reasons: {
    title: "Warum Anmeldungen scheiterten",
    summary: "Am häufigsten: <reason></reason> ({count, number}).",
    none: "In den letzten 30 Tagen ist keine fehlgeschlagen.",
    reason: "Grund",
    count: "Anmeldungen",
    known: {
      credential_unknown: "Unbekannter Passkey",
      credential_revoked: "Entfernter Passkey",
      credential_not_allowed: "Passkey eines anderen Kontos",
      user_disabled: "Gesperrtes Konto",
      counter: "Möglicherweise kopierter Passkey",
      signature: "Falsche Signatur",
      challenge_unknown: "Zu spät oder doppelt gesendet",
      user_verification: "Person nicht geprüft",
      origin: "Von einer anderen Seite",
      malformed_response: "Fehlerhafte Antwort",
      unknown: "Kein Grund angegeben",
    },
  },
  providers: {
    title: "Wo Passkeys liegen",
    summary: "Die meisten in {name}: {count, number}.",
    none: "Es gibt noch keine Passkeys.",
    unknown: "Unbekanntes Produkt",
    name: "Produkt",
    passkeys: "Passkeys",
    all: "Alle Passkeys",
  },
};
