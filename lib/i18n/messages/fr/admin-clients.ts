/** The list of apps in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminClients as english } from "../en/admin-clients.ts";

export const adminClients: Translated<typeof english> = {
  title: "Applications",
  lead: "Ce à quoi on se connecte par cette instance.",
  add: "Ajouter une application",
  searchLabel: "Nom ou identifiant client",
  name: "Nom",
  kind: "Type",
  groups: "Qui peut l’utiliser",
  everybody: "Tout le monde",
  lastError: "Dernière erreur",
  noError: "Aucune",
  state: "État",
  source: "Enregistrée par",
  anyState: "Tous les états",
  anySource: "Toute origine",
  empty: "Aucune application pour l’instant",
  emptyBody:
    "Ajoutez la première : choisissez ce que c’est, indiquez où elle tourne et copiez-y les réglages.",
  kinds: {
    public: "Publique",
    confidential: "Confidentielle",
    service: "Machine",
  },
  states: {
    enabled: "Active",
    disabled: "Désactivée",
  },
  sources: {
    manual: "L’administration",
    dynamic: "L’application elle-même",
    metadata_document: "Son propre document",
  },
};
