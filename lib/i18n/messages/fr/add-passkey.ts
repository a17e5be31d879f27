/** Adding a passkey. */
import type { Translated } from "../../translated.ts";
import type { addPasskey as english } from "../en/add-passkey.ts";

export const addPasskey: Translated<typeof english> = {
  title: "Ajouter une clé d’accès",
  body: "Votre navigateur demande où la garder : sur cet appareil, sur votre téléphone ou sur une clé de sécurité.",
  create: "Créer la clé d’accès",
  createHint: "Rien ne change tant que la clé d’accès n’est pas enregistrée.",
  stepUpTitle: "Confirmez que c’est bien vous",
  stepUpBody:
    "Confirmez que c’est bien vous pour ajouter une clé d’accès à {account}. Cela vaut pendant 10 minutes.",
  confirm: "Confirmer avec une clé d’accès",
  cancel: "Annuler",
  done: "Terminé",
  doneTitle: "Clé d’accès ajoutée",
  added: "Enregistrée sous le nom « {name} ».",
};
