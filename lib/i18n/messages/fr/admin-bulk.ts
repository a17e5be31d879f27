/** What is done to many rows of a table at once. */
import type { Translated } from "../../translated.ts";
import type { adminBulk as english } from "../en/admin-bulk.ts";

export const adminBulk: Translated<typeof english> = {
  label: "Modifier la sélection",
  what: "Que faire",
  apply: "Exécuter",
  clear: "Effacer la sélection",
  confirm: "Continuer",
  stop: "Arrêter",
  undo: "Annuler",
  progress: "{past} sur {total}",
  unchanged: "Inchangés : {count}",
  all: "Sélectionner les {count, number} résultats",
  allFirst: "Sélectionner les {count, number} premiers résultats",
  disable: "Désactiver",
  disableBody:
    "Ces personnes sont aussitôt déconnectées partout et ne peuvent plus se connecter. Annuler ne rétablit aucune session.",
  enable: "Activer",
  enableBody: "Ces personnes peuvent de nouveau se connecter.",
  endSessions: "Mettre fin aux sessions",
  endSessionsBody: "Ces personnes sont déconnectées de tous leurs appareils et de toutes les applications.",
  group: "Groupe",
  groupBody: "Ce que le groupe permet à ses membres change aussitôt.",
  addToGroup: "Ajouter à un groupe",
  removeFromGroup: "Retirer d’un groupe",
  removeMembers: "Retirer du groupe",
  disableApps:
    "Plus personne ne peut s’y connecter et leurs jetons prennent fin aussitôt. Les réactiver n’en ramène aucun.",
  enableApps: "On peut de nouveau s’y connecter.",
};
