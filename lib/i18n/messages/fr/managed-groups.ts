/** Groups that somebody manages without being an administrator. */
import type { Translated } from "../../translated.ts";
import type { managedGroups as english } from "../en/managed-groups.ts";

export const managedGroups: Translated<typeof english> = {
  page: "Vos groupes",
  title: "Groupes que vous gérez",
  lead: "Vous ajoutez des personnes à ces groupes et vous les en retirez.",
  none: "Vous ne gérez aucun groupe.",
  count: "{count, plural, one {# membre} many {# de membres} other {# membres}}",
  membersLead: "Ses membres ont aussitôt ce que le groupe leur permet.",
  back: "Tous les groupes que vous gérez",
  empty: "Personne n’en fait encore partie.",
  add: "Ajouter au groupe",
  email: "Adresse e-mail",
  emailHint: "L’adresse entière, celle avec laquelle la personne se connecte.",
  added: "Ajout effectué.",
  remove: "Retirer",
  removeNamed: "Retirer {name}",
  removeTitle: "Retirer {name} du groupe ?",
  removeBody: "Ce que le groupe permet à ses membres prend fin aussitôt pour cette personne.",
  removed: "Retrait effectué.",
  since: "Membre depuis",
  more: "Afficher plus",
  managers: "Gestion",
  managersLead:
    "Ces personnes ajoutent des membres au groupe et les en retirent, sans être administratrices.",
  managersNone: "Seuls les administrateurs changent qui en fait partie.",
  addManager: "Confier la gestion",
  removeManager: "Retirer la gestion",
  removeManagerNamed: "Retirer la gestion à {name}",
  removeManagerTitle: "Retirer la gestion du groupe à {name} ?",
  removeManagerBody: "Les membres du groupe restent les mêmes.",
};
