/** The list of people in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminUsers as english } from "../en/admin-users.ts";

export const adminUsers: Translated<typeof english> = {
  title: "Personnes",
  lead: "Toutes les personnes qui ont un compte ici.",
  caption: "Personnes",
  name: "Nom",
  role: "Rôle",
  status: "Statut",
  passkeys: "Clés d’accès",
  seen: "Dernière connexion",
  created: "Inscription",
  searchLabel: "Nom ou adresse e-mail",
  anyRole: "Tous les rôles",
  anyStatus: "Tous les statuts",
  roles: {
    user: "Personne",
    auditor: "Audit",
    helpdesk: "Assistance",
    admin: "Administration",
  },
  states: {
    active: "Actif",
    disabled: "Désactivé",
    never_seen: "Jamais connecté",
    no_passkey: "Sans clé d’accès",
    one_passkey: "Avec une seule clé d’accès",
  },
};
