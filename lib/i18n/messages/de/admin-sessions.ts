/** The sessions of all people in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminSessions as english } from "../en/admin-sessions.ts";

export const adminSessions: Translated<typeof english> = {
  title: "Sitzungen",
  lead: "Die Browser, in denen gerade jemand angemeldet ist.",
  searchLabel: "Name, E-Mail- oder IP-Adresse",
  person: "Person",
  device: "Gerät",
  method: "Angemeldet mit",
  started: "Begonnen",
  seen: "Zuletzt gesehen",
  apps: "Apps",
  onDevice: "{person}, {device}",
  fromAddress: "Alle von {ip}",
  app: "App",
  anyApp: "Jede App",
  state: "Zustand",
  anyState: "Jeder Zustand",
  states: {
    in_use: "In Benutzung",
    idle: "Ruht",
    weaker: "Ohne Passkey",
  },
  age: "Alter",
  anyAge: "Jedes Alter",
  ages: {
    day: "Älter als ein Tag",
    week: "Älter als eine Woche",
    month: "Älter als 30 Tage",
  },
  methods: {
    passkey: "Passkey",
    recovery_code: "Wiederherstellungscode",
    recovery_link: "Wiederherstellungslink",
    email_link: "Link per Mail",
    device_approval: "Anderer Browser",
  },
  end: "Beenden",
  endSelected: "Ausgewählte beenden",
  endTitle: "Ausgewählte Sitzungen beenden?",
  endBody:
    "Diese Browser werden sofort abgemeldet, ebenso die Apps, die darin geöffnet wurden, sofern sie darauf hören. Die Personen können sich wieder anmelden.",
};
