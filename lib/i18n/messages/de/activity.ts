/** What has happened to the account. `told` has a sentence for each action of the trail that concerns people. */
import type { Translated } from "../../translated.ts";
import type { activity as english } from "../en/activity.ts";

export const activity: Translated<typeof english> = {
  title: "Aktivität",
  lead: "Was mit deinem Konto geschehen ist, und von wo aus.",
  filter: "Anzeigen",
  all: "Alles",
  kinds: {
    sign_ins: "Anmeldungen",
    passkeys: "Passkeys",
    apps: "Apps",
    account: "Konto",
  },
  today: "Heute",
  yesterday: "Gestern",
  pages: "Seiten",
  newer: "Neuere",
  older: "Ältere",
  empty: "Noch ist nichts geschehen",
  emptyBody: "Hier werden Anmeldungen, Änderungen an deinen Passkeys und Besuche bei Apps stehen.",
  emptyKind: "Nichts dieser Art",
  showAll: "Alles anzeigen",
  notYou: "Warst du das nicht immer selbst?",
  notYouBody:
    "<sessions>Melde die anderen Browser ab</sessions> und <passkeys>entferne dann die Passkeys</passkeys>, die du nicht kennst.",
  somePasskey: "(entfernt)",
  someApp: "(entfernte App)",
  failed: "Abgelehnt",
  told: {
    instance: {
      set_up: "Diese Instanz wurde mit deinem Konto eingerichtet.",
    },
    user: {
      role_changed: "Jemand aus der Administration hat deine Rolle geändert.",
      created:
        "{via, select, invitation {Du hast dein Konto mit einer Einladung erstellt.} other {Du hast dein Konto erstellt.}}",
      changed: "Jemand aus der Administration hat dein Profil geändert.",
      disabled: "Jemand aus der Administration hat dein Konto gesperrt.",
      enabled: "Jemand aus der Administration hat dein Konto wieder freigegeben.",
    },
    profile: {
      changed: "Du hast dein Profil geändert.",
    },
    passkey: {
      registered: "Du hast den Passkey <passkey></passkey> hinzugefügt.",
      registration_failed: "Ein Passkey konnte nicht hinzugefügt werden.",
      counter_regressed: "<passkey></passkey> wurde vielleicht kopiert: Der Zähler ist nicht gestiegen.",
      renamed: "Du hast den Passkey „<from></from>“ in „<to></to>“ umbenannt.",
      removed: "Du hast den Passkey <passkey></passkey> entfernt.",
      revoked: "Jemand aus der Administration hat den Passkey <passkey></passkey> widerrufen.",
    },
    session: {
      created:
        "{method, select, passkey {Mit <passkey></passkey> angemeldet.} recovery_code {Mit einem Wiederherstellungscode angemeldet.} recovery_link {Mit einem einmaligen Link der Administration angemeldet.} email_link {Mit einem Link aus einer Mail angemeldet.} device_approval {Nach Freigabe aus einem anderen Browser angemeldet.} other {Angemeldet.}}",
      upgraded: "Du hast diese Anmeldung mit einem neuen Passkey bestätigt.",
      ended:
        "{by, select, sign_out {Du hast dich abgemeldet.} sign_out_elsewhere {Du hast einen anderen Browser abgemeldet.} too_many_accounts {Du wurdest abgemeldet: Ein Browser hielt zu viele Konten.} passkey_removed {Mit dem entfernten Passkey wurde ein Browser abgemeldet.} passkey_revoked {Mit dem widerrufenen Passkey wurde ein Browser abgemeldet.} administrator {Jemand aus der Administration hat dich in einem Browser abgemeldet.} user_disabled {Du wurdest abgemeldet, weil dein Konto gesperrt wurde.} other {Ein Browser wurde abgemeldet.}}",
    },
    sign_in: {
      failed:
        "{reason, select, user_disabled {Eine Anmeldung mit <passkey></passkey> wurde abgelehnt: Dein Konto ist gesperrt.} counter {Eine Anmeldung mit <passkey></passkey> wurde abgelehnt: Der Passkey wurde vielleicht kopiert.} credential_revoked {Eine Anmeldung mit <passkey></passkey> wurde abgelehnt: Der Passkey ist entfernt.} other {Eine Anmeldung mit <passkey></passkey> ist nicht gelungen.}}",
    },
    device_approval: {
      approved: "Du hast einen anderen Browser hereingelassen.",
      denied: "Du hast einen anderen Browser abgewiesen.",
      refused: "Ein Browser, den du hereingelassen hattest, kam zu spät oder wurde abgelehnt.",
    },
    recovery_codes: {
      created: "Du hast neue Wiederherstellungscodes erstellt.",
    },
    recovery: {
      failed: "Ein Versuch, ohne Passkey in dein Konto zu kommen, wurde abgelehnt.",
    },
    step_up: {
      succeeded: "Du hast mit <passkey></passkey> bestätigt, dass du es bist.",
      failed: "Eine Bestätigung, dass du es bist, ist nicht gelungen.",
    },
    consent: {
      granted: "Du hast <app></app> zugelassen.",
      denied: "Du hast <app></app> nicht zugelassen.",
      revoked:
        "{self, select, yes {Du hast <app></app> den Zugriff entzogen.} other {Jemand aus der Administration hat <app></app> den Zugriff entzogen.}}",
    },
    authorization: {
      issued: "Bei <app></app> angemeldet.",
    },
    refresh_token: {
      replayed: "Ein Token von <app></app> wurde zweimal benutzt, deshalb endete der Zugriff.",
    },
    code: {
      replayed: "Ein Anmeldecode für <app></app> wurde zweimal benutzt, deshalb endete der Zugriff.",
    },
    device: {
      code_refused: "Du hast einen Gerätecode eingegeben, der nicht gilt.",
      approved: "Du hast für <app></app> ein Gerät mit deinem Konto verbunden.",
      denied: "Du hast ein Gerät für <app></app> abgewiesen.",
    },
    group: {
      manager_added: "Du verwaltest jetzt die Gruppe <name></name>.",
      manager_removed: "Du verwaltest die Gruppe <name></name> nicht mehr.",
      member_added: "Du gehörst jetzt zur Gruppe <name></name>.",
      member_removed: "Du gehörst nicht mehr zur Gruppe <name></name>.",
    },
    claim: {
      set: "Jemand aus der Administration hat „<name></name>“ gesetzt, was Apps über dich erfahren können.",
      removed:
        "Jemand aus der Administration hat „<name></name>“ entfernt, was Apps über dich erfahren konnten.",
    },
    data: {
      exported: "Du hast eine Kopie deiner Daten mitgenommen.",
    },
    email: {
      requested: "Du hast einen Link angefordert, um eine E-Mail-Adresse zu bestätigen.",
      confirmed: "Du hast deine E-Mail-Adresse bestätigt.",
      withdrawn: "Du hast die Änderung deiner E-Mail-Adresse zurückgezogen.",
    },
    recovery_link: {
      created: "Jemand aus der Administration hat einen einmaligen Link in dein Konto erstellt.",
    },
    sign_in_link: {
      requested:
        "{failed, select, yes {Ein Anmeldelink wurde angefordert und nicht verschickt.} other {Ein Anmeldelink wurde an deine E-Mail-Adresse geschickt.}}",
    },
    api_key: {
      created: "Der API-Schlüssel <name></name> wurde in deinem Namen erstellt.",
      revoked: "Der API-Schlüssel <name></name> wurde beendet.",
    },
    outbox: {
      given_up: "Eine Mail an dich konnte nicht zugestellt werden.",
    },
  },
};
