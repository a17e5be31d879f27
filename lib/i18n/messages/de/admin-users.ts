/** The list of people in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminUsers as english } from "../en/admin-users.ts";

export const adminUsers: Translated<typeof english> = {
  title: "Personen",
  lead: "Alle, die hier ein Konto haben.",
  caption: "Personen",
  name: "Name",
  role: "Rolle",
  status: "Status",
  passkeys: "Passkeys",
  seen: "Zuletzt angemeldet",
  created: "Dabei seit",
  searchLabel: "Name oder E-Mail-Adresse",
  anyRole: "Jede Rolle",
  anyStatus: "Jeder Status",
  roles: {
    user: "Person",
    auditor: "Prüfung",
    helpdesk: "Helpdesk",
    admin: "Verwaltung",
  },
  states: {
    active: "Aktiv",
    disabled: "Gesperrt",
    never_seen: "Nie angemeldet",
    no_passkey: "Ohne Passkey",
    one_passkey: "Mit nur einem Passkey",
  },
};
