/** A passkey was created. */
import type { Translated } from "../../translated.ts";
import type { created as english } from "../en/created.ts";

export const created: Translated<typeof english> = {
  title: "Clé d’accès créée",
  saved: "Enregistrée sous le nom « {name} ».",
  synced: "Elle est synchronisée : vos autres appareils peuvent l’utiliser aussi.",
  notSynced:
    "Elle ne peut pas quitter l’appareil ou la clé qui la contient. Ajoutez une deuxième clé d’accès pour ne pas perdre l’accès si vous perdez celle-ci.",
  continue: "Continuer",
  continueToApp: "Continuer vers {app}",
  addSecond: "Ajouter une deuxième clé d’accès",
  secondHint: "Utilisez un autre appareil, votre téléphone ou une clé de sécurité.",
  secondTitle: "Deuxième clé d’accès créée",
};
