/** The account's overview. */
import type { Translated } from "../../translated.ts";
import type { account as english } from "../en/account.ts";

export const account: Translated<typeof english> = {
  title: "Votre compte",
  navLabel: "Compte",
  areas: { security: "Sécurité", you: "Vous" },
  pages: {
    overview: "Vue d’ensemble",
    apps: "Applications",
    passkeys: "Clés d’accès",
    recoveryCodes: "Codes de secours",
    sessions: "Sessions",
    activity: "Activité",
  },
  greeting: "Bonjour, <name></name>",
  lead: "Vous vous connectez avec des clés d’accès. Il n’y a aucun mot de passe à oublier ni à voler.",
  roles: { user: "Membre", auditor: "Audit", helpdesk: "Assistance", admin: "Administration" },
  signOut: "Se déconnecter",
};
