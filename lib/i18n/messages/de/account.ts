/** The account's overview. */
import type { Translated } from "../../translated.ts";
import type { account as english } from "../en/account.ts";

export const account: Translated<typeof english> = {
  title: "Dein Konto",
  navLabel: "Konto",
  areas: { security: "Sicherheit", you: "Du" },
  pages: {
    overview: "Übersicht",
    apps: "Apps",
    passkeys: "Passkeys",
    recoveryCodes: "Wiederherstellungscodes",
    sessions: "Sitzungen",
    activity: "Aktivität",
  },
  greeting: "Hallo, <name></name>",
  lead: "Du meldest dich mit Passkeys an. Es gibt kein Passwort, das man vergessen oder stehlen könnte.",
  roles: { user: "Mitglied", auditor: "Revision", helpdesk: "Helpdesk", admin: "Administration" },
  signOut: "Abmelden",
};
