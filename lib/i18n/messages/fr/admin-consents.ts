/** What people let apps have, in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminConsents as english } from "../en/admin-consents.ts";

export const adminConsents: Translated<typeof english> = {
  title: "Consentements",
  lead: "Ce que l’on a accordé aux applications.",
  client: "Application",
  anyClient: "Toutes les applications",
  person: "Personne",
  scopes: "Peut avoir",
  nothing: "Rien de plus que la connexion",
  changed: "Dernier changement",
  given: "Consentement",
  asked: "Donné par la personne",
  firstParty: "Non demandé : notre propre application",
  revoke: "Révoquer",
  revokeOne: "Révoquer ce que {app} a de {person}",
  revokeTitle: "Révoquer ce que {app} a de {person} ?",
  revokeBody:
    "Ses jetons pour cette personne prennent fin aussitôt, et elle redemandera à la prochaine connexion.",
  empty: "Aucun consentement pour l’instant",
  emptyBody: "Qui se connecte à une application figure ici avec ce que l’application peut avoir.",
};
