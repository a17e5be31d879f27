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
  lead: "Deine Passkeys sind der einzige Weg hinein. Es gibt kein Passwort, das man vergessen oder stehlen könnte.",
  roles: { user: "Mitglied", auditor: "Revision", helpdesk: "Helpdesk", admin: "Administration" },
  signOut: "Abmelden",
};
