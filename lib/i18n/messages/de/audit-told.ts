/** The events of the trail in sentences, for who reads what others did. Names are filled in where the tags stand. */
import type { Translated } from "../../translated.ts";
import type { auditTold as english } from "../en/audit-told.ts";

export const auditTold: Translated<typeof english> = {
  instance: { set_up: "<person></person> hat diese Instanz eingerichtet." },
  set_up_link: { created: "<actor></actor> hat einen Link zum Einrichten dieser Instanz erstellt." },
  invitation: {
    created:
      "{named, select, yes {<actor></actor> hat <name></name> eingeladen.} other {<actor></actor> hat eine Einladung erstellt.}}",
    revoked: "<actor></actor> hat eine Einladung zurückgezogen.",
    used: "<person></person> hat eine Einladung eingelöst.",
  },
  users: { exported: "<actor></actor> hat die Liste der Personen exportiert." },
  user: {
    created:
      "{via, select, invitation {<person></person> hat mit einer Einladung ein Konto erstellt.} set_up {<person></person> hat das erste Konto erstellt.} other {<person></person> hat ein Konto erstellt.}}",
    changed: "<actor></actor> hat das Profil von <person></person> geändert.",
    disabled: "<actor></actor> hat das Konto von <person></person> gesperrt.",
    enabled: "<actor></actor> hat das Konto von <person></person> entsperrt.",
    deleted:
      "{self, select, yes {<actor></actor> hat das eigene Konto gelöscht.} other {<actor></actor> hat das Konto von <person></person> gelöscht.}}",
    role_changed:
      "<actor></actor> hat die Rolle von <person></person> von „<from></from>“ auf „<to></to>“ geändert.",
  },
  profile: { changed: "<person></person> hat das eigene Profil geändert." },
  data: { exported: "<actor></actor> hat eine Kopie der eigenen Daten mitgenommen." },
  email: {
    requested: "<person></person> hat einen Link zum Bestätigen einer E-Mail-Adresse angefordert.",
    confirmed: "<person></person> hat eine E-Mail-Adresse bestätigt.",
    withdrawn: "<person></person> hat eine neue E-Mail-Adresse zurückgezogen.",
  },
  passkey: {
    registered: "<person></person> hat den Passkey <passkey></passkey> hinzugefügt.",
    registration_failed:
      "{known, select, yes {<person></person> konnte einen Passkey nicht hinzufügen.} other {Ein Passkey konnte nicht hinzugefügt werden.}}",
    counter_regressed:
      "Der Passkey <passkey></passkey> von <person></person> wurde möglicherweise kopiert: Sein Zähler ist nicht gestiegen.",
    renamed: "<person></person> hat den Passkey „<from></from>“ in „<to></to>“ umbenannt.",
    removed: "<person></person> hat den Passkey <passkey></passkey> entfernt.",
    revoked: "<actor></actor> hat den Passkey <passkey></passkey> von <person></person> widerrufen.",
  },
  conformance: {
    registered: "Der Konformitätstest hat einen Passkey hinzugefügt.",
    registration_failed: "Ein Passkey des Konformitätstests wurde abgelehnt.",
    assertion_verified: "Der Konformitätstest hat sich angemeldet.",
    assertion_failed: "Eine Anmeldung des Konformitätstests wurde abgelehnt.",
  },
  session: {
    created:
      "{method, select, passkey {<person></person> hat sich mit <passkey></passkey> angemeldet.} recovery_code {<person></person> hat sich mit einem Wiederherstellungscode angemeldet.} recovery_link {<person></person> hat sich mit einem Wiederherstellungslink angemeldet.} email_link {<person></person> hat sich mit einem Link aus einer E-Mail angemeldet.} device_approval {<person></person> hat sich durch Freigabe aus einem anderen Browser angemeldet.} other {<person></person> hat sich angemeldet.}}",
    upgraded: "<person></person> hat eine Anmeldung mit dem neuen Passkey <passkey></passkey> bestätigt.",
    ended:
      "{by, select, sign_out {<person></person> hat sich abgemeldet.} sign_out_elsewhere {<person></person> hat einen anderen Browser abgemeldet.} too_many_accounts {<person></person> wurde abgemeldet: In einem Browser waren zu viele Konten.} passkey_removed {<person></person> wurde mit dem entfernten Passkey aus einem Browser abgemeldet.} passkey_revoked {<person></person> wurde mit dem widerrufenen Passkey aus einem Browser abgemeldet.} administrator {<actor></actor> hat <person></person> aus einem Browser abgemeldet.} user_disabled {<person></person> wurde abgemeldet, weil das Konto gesperrt wurde.} account_deleted {<person></person> wurde abgemeldet, weil das Konto gelöscht wurde.} app_revoked {<person></person> wurde aus einer App abgemeldet, deren Zugriff endete.} other {<person></person> wurde abgemeldet.}}",
  },
  sign_in: {
    failed:
      "{known, select, yes {Eine Anmeldung von <person></person> ist fehlgeschlagen.} other {Eine Anmeldung ist fehlgeschlagen.}}",
  },
  device_approval: {
    requested: "Ein Browser hat um Freigabe aus einem anderen gebeten.",
    approved: "<person></person> hat einen anderen Browser hereingelassen.",
    denied: "<person></person> hat einen anderen Browser abgewiesen.",
    refused: "Ein Browser, den <person></person> hereingelassen hatte, kam zu spät oder wurde abgelehnt.",
  },
  recovery_codes: { created: "<person></person> hat neue Wiederherstellungscodes erstellt." },
  recovery_link: {
    created: "<actor></actor> hat einen Wiederherstellungslink für <person></person> erstellt.",
  },
  sign_in_link: {
    requested:
      "{failed, select, yes {Ein Anmeldelink wurde angefordert und nicht verschickt.} other {Ein Anmeldelink wurde an <person></person> geschickt.}}",
  },
  recovery: {
    failed:
      "{known, select, yes {Ein Versuch, das Konto von <person></person> wiederherzustellen, ist gescheitert.} other {Ein Versuch, ein Konto wiederherzustellen, ist gescheitert.}}",
  },
  step_up: {
    succeeded: "<person></person> hat sich mit <passkey></passkey> ausgewiesen.",
    failed:
      "{known, select, yes {Eine Bestätigung durch <person></person> ist fehlgeschlagen.} other {Eine Bestätigung per Passkey ist fehlgeschlagen.}}",
  },
  client: {
    test_finished:
      "{failed, select, yes {Eine Testanmeldung bei <app></app> durch <actor></actor> ist nicht gelungen.} other {<actor></actor> hat die Anmeldung bei <app></app> getestet.}}",
    test_begun: "<actor></actor> hat eine Testanmeldung bei <app></app> begonnen.",
    logo_removed: "<actor></actor> hat das Logo von <app></app> entfernt.",
    logo_set: "<actor></actor> hat <app></app> ein neues Logo gegeben.",
    created: "<actor></actor> hat die App <app></app> hinzugefügt.",
    updated: "<actor></actor> hat die App <app></app> geändert.",
    disabled: "<actor></actor> hat die App <app></app> gesperrt.",
    enabled: "<actor></actor> hat die App <app></app> entsperrt.",
    deleted: "<actor></actor> hat die App <app></app> gelöscht.",
    groups_changed: "<actor></actor> hat geändert, welche Gruppen <app></app> nutzen dürfen.",
    secret_added: "<actor></actor> hat ein neues Geheimnis für <app></app> erstellt.",
    secret_removed: "<actor></actor> hat ein Geheimnis von <app></app> entfernt.",
    registration_refused: "Eine App konnte sich nicht registrieren.",
    document_refused: "Die Beschreibung von <app></app> war nicht zu gebrauchen.",
    authentication_failed: "<app></app> konnte sich nicht ausweisen.",
  },
  registration_token: {
    created: "<actor></actor> hat das Token <name></name> erstellt, mit dem sich Apps registrieren.",
    removed: "<actor></actor> hat das Token <name></name> entfernt, mit dem sich Apps registriert haben.",
  },
  consent: {
    granted: "<person></person> hat <app></app> zugestimmt.",
    denied:
      "{known, select, yes {<person></person> hat <app></app> nicht zugestimmt.} other {<app></app> bekam keine Zustimmung.}}",
    revoked:
      "{self, select, yes {<person></person> hat die Zustimmung zu <app></app> zurückgenommen.} other {<actor></actor> hat die Zustimmung von <person></person> zu <app></app> zurückgenommen.}}",
  },
  authorization: {
    issued: "<person></person> hat sich bei <app></app> angemeldet.",
    refused:
      "{known, select, yes {Eine Anmeldung von <person></person> bei <app></app> wurde abgelehnt.} other {Eine Anmeldung bei <app></app> wurde abgelehnt.}}",
  },
  token: {
    issued:
      "{known, select, yes {<app></app> hat Token für <person></person> erhalten.} other {<app></app> hat ein eigenes Token erhalten.}}",
    refused: "<app></app> hat Token angefordert und keine erhalten.",
    revoked: "<app></app> hat ein Token beendet.",
  },
  refresh_token: {
    replayed:
      "Ein Refresh-Token von <app></app> wurde zweimal verwendet; ihr Zugriff für <person></person> ist beendet.",
  },
  code: {
    replayed:
      "{known, select, yes {Ein Anmeldecode von <person></person> für <app></app> wurde zweimal verwendet; ihr Zugriff ist beendet.} other {Ein Anmeldecode für <app></app> wurde zweimal verwendet.}}",
  },
  device: {
    requested: "Ein Gerät hat um Verbindung für <app></app> gebeten.",
    refused: "Ein Gerät, das um Verbindung für <app></app> bat, wurde abgelehnt.",
    code_refused:
      "{known, select, yes {<person></person> hat einen ungültigen Gerätecode eingegeben.} other {Jemand hat einen ungültigen Gerätecode eingegeben.}}",
    approved: "<person></person> hat ein Gerät für <app></app> verbunden.",
    denied: "<person></person> hat ein Gerät für <app></app> abgewiesen.",
  },
  signing_key: {
    created: "<actor></actor> hat den Signaturschlüssel <kid></kid> erstellt.",
    activated: "Der Signaturschlüssel <kid></kid> signiert ab jetzt.",
    rotation_requested: "<actor></actor> hat neue Signaturschlüssel angefordert.",
    retired: "Der Signaturschlüssel <kid></kid> hat ausgedient.",
    revoked: "<actor></actor> hat den Signaturschlüssel <kid></kid> widerrufen.",
  },
  metadata: {
    loaded: "Neue Metadaten von Authenticatoren wurden geladen.",
    refused: "Neue Metadaten von Authenticatoren wurden abgelehnt.",
  },
  settings: { changed: "<actor></actor> hat geändert, wie man sich registriert und anmeldet." },
  attestation_policy: { changed: "<actor></actor> hat geändert, welche Passkeys erlaubt sind." },
  group: {
    created: "<actor></actor> hat die Gruppe <group></group> erstellt.",
    changed: "<actor></actor> hat die Gruppe <group></group> geändert.",
    deleted: "<actor></actor> hat die Gruppe <group></group> gelöscht.",
    manager_added: "<actor></actor> lässt <person></person> die Gruppe <group></group> verwalten.",
    manager_removed:
      "<actor></actor> lässt <person></person> die Gruppe <group></group> nicht mehr verwalten.",
    member_added:
      "{self, select, yes {<person></person> ist der Gruppe <group></group> beigetreten.} other {<actor></actor> hat <person></person> in die Gruppe <group></group> aufgenommen.}}",
    member_removed:
      "{self, select, yes {<person></person> hat die Gruppe <group></group> verlassen.} other {<actor></actor> hat <person></person> aus der Gruppe <group></group> entfernt.}}",
  },
  claim: {
    set: "{known, select, yes {<actor></actor> hat den Claim <name></name> von <person></person> gesetzt.} other {<actor></actor> hat den Claim <name></name> der Gruppe <group></group> gesetzt.}}",
    removed:
      "{known, select, yes {<actor></actor> hat den Claim <name></name> von <person></person> entfernt.} other {<actor></actor> hat den Claim <name></name> der Gruppe <group></group> entfernt.}}",
  },
  branding: {
    reset: "<actor></actor> hat das erste Aussehen dieser Instanz wiederhergestellt.",
    image_removed: "<actor></actor> hat ein Bild aus dem Aussehen dieser Instanz entfernt.",
    image_set: "<actor></actor> hat ein Bild für das Aussehen dieser Instanz gesetzt.",
    changed: "<actor></actor> hat das Aussehen dieser Instanz geändert.",
  },
  mail: {
    tested:
      "{failed, select, yes {<actor></actor> hat eine Test-E-Mail verschickt, die nicht angenommen wurde.} other {<actor></actor> hat eine Test-E-Mail verschickt.}}",
  },
  outbox: {
    given_up:
      "{known, select, yes {Eine Nachricht an <person></person> war nicht zustellbar.} other {Eine Nachricht war nicht zustellbar.}}",
    retried: "<actor></actor> hat eine Mail erneut versuchen lassen.",
    discarded: "<actor></actor> hat eine Mail verworfen, die nicht angekommen war.",
  },
  api_key: {
    created: "<actor></actor> hat den API-Schlüssel <name></name> erstellt.",
    revoked: "<actor></actor> hat den API-Schlüssel <name></name> beendet.",
  },
  audit: { exported: "<actor></actor> hat das Protokoll exportiert." },
  list: {
    exported:
      "<actor></actor> hat {list, select, passkeys {die Liste der Passkeys} sessions {die Liste der Sitzungen} groups {die Liste der Gruppen} apps {die Liste der Apps} other {eine Liste}} exportiert.",
  },
  rate_limit: { exceeded: "Von einer Adresse kamen zu viele Anfragen." },
};
