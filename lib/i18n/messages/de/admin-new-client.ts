/** Adding an app in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminNewClient as english } from "../en/admin-new-client.ts";

export const adminNewClient: Translated<typeof english> = {
  title: "App hinzufügen",
  titleOf: "App hinzufügen: {kind}",
  lead: "Was ist es? Mit der Antwort kommen die richtigen Einstellungen.",
  back: "Alle Arten",
  kinds: {
    grafana: {
      name: "Grafana",
      hint: "Dashboards. Über generisches OAuth.",
    },
    gitea: {
      name: "Gitea oder Forgejo",
      hint: "Git-Server. Über eine Anmeldequelle.",
    },
    nextcloud: {
      name: "Nextcloud",
      hint: "Dateien und Kalender. Mit der App user_oidc.",
    },
    immich: {
      name: "Immich",
      hint: "Fotos, im Browser und auf dem Handy.",
    },
    proxmox: {
      name: "Proxmox VE",
      hint: "Virtuelle Maschinen. Als Realm für OpenID Connect.",
    },
    "oauth2-proxy": {
      name: "oauth2-proxy",
      hint: "Vor einer Seite, die selbst keine Anmeldung kennt.",
    },
    "argo-cd": {
      name: "Argo CD",
      hint: "Deployments. Direkt, ohne Dex.",
    },
    web: {
      name: "Web-App",
      hint: "Läuft auf einem Server und kann ein Geheimnis bewahren.",
    },
    "single-page": {
      name: "Single-Page-App",
      hint: "Läuft nur im Browser und bewahrt kein Geheimnis.",
    },
    native: {
      name: "Native App oder Kommandozeile",
      hint: "Läuft auf den Geräten der Leute.",
    },
    machine: {
      name: "Maschine",
      hint: "Meldet sich als sie selbst an; niemand sitzt davor.",
    },
  },
  name: "Name",
  nameHint: "Was Menschen bei der Anmeldung sehen.",
  appUrl: "Adresse der App",
  appUrlHint: "Wie sie im Browser geöffnet wird. Sie füllt die Adressen darunter.",
  redirectUris: "Redirect-URIs",
  redirectUrisHint: "Eine je Zeile. Nach der Anmeldung geht es genau dorthin zurück.",
  postLogout: "Adressen nach dem Abmelden",
  groups: "Wer sie nutzen darf",
  groupsHint: "Mitglieder der Gruppen, die du wählst. Ohne Auswahl: alle.",
  groupsNone: "Es gibt noch keine Gruppen, also dürfen alle sie nutzen.",
  firstParty: "Niemanden um Zustimmung bitten: Es ist unsere eigene App",
  submit: "App hinzufügen",
  setUp: "Eingerichtet mit",
  authentication: "Authentifizierung der App",
  pkce: "PKCE",
  required: "Verlangt",
  optional: "Möglich",
  scopes: "Scopes",
  idToken: "ID-Token",
  withClaims: "Enthält auch die Claims",
  methods: {
    none: "Keine: Sie bewahrt kein Geheimnis",
    client_secret_basic: "Geheimnis im Header (Basic)",
    client_secret_post: "Geheimnis im Formular (POST)",
    client_secret_jwt: "Mit dem Geheimnis signiert",
    private_key_jwt: "Mit eigenem Schlüssel signiert",
  },
  made: "{name} ist hinzugefügt",
  secret: "Client-Secret",
  once: "Es wird nur dieses eine Mal gezeigt. In den Einstellungen unten steht es schon.",
  settings: "In {kind} einfügen",
  open: "Seite der App öffnen",
  copy: "Kopieren",
  copied: "Kopiert",
  address: {
    clientId: "Client-ID",
    issuer: "Aussteller",
    discovery: "Discovery",
    authorize: "Autorisierung",
    token: "Token",
    userinfo: "UserInfo",
    jwks: "Schlüssel",
    endSession: "Abmeldung",
  },
};
