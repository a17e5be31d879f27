/** The list of passkeys. */
import type { Translated } from "../../translated.ts";
import type { passkeys as english } from "../en/passkeys.ts";

export const passkeys: Translated<typeof english> = {
  title: "Clés d’accès",
  lead: "Chacune ouvre votre compte. Gardez-en au moins deux, à des endroits différents.",
  count: "{count, plural, one {# clé d’accès} many {# de clés d’accès} other {# clés d’accès}}",
  onDevices: "Clés d’accès sur vos appareils",
  onKeys: "Clés d’accès sur des clés de sécurité",
  add: "Ajouter une clé d’accès",
  synced: "Synchronisée",
  notBackedUp: "Pas encore sauvegardée",
  deviceOnly: "Uniquement sur cet appareil",
  securityKey: "Clé de sécurité",
  usedForSession: "Utilisée pour cette session",
  copiedTitle: "Cette clé d’accès a peut-être été copiée",
  copiedBody:
    "Lors d’une connexion le <when></when>, son compteur n’a pas augmenté, comme si une autre personne en avait une copie. Si vous ne voyez aucune raison anodine, par exemple une sauvegarde restaurée, supprimez-la et créez-en une autre.",
  created: "Créée le <when></when>",
  lastUsed: "Dernière utilisation : {relative}",
  neverUsed: "Pas encore utilisée",
  browserOn: "{browser} sur {system}",
  unnamed: "Clé d’accès",
  empty: "Aucune clé d’accès",
  emptyBody: "Vous n’en avez aucune. Ajoutez-en une avant de partir, sinon vous ne pourrez plus entrer.",
  nudgeTitle: "Ajoutez une deuxième clé d’accès",
  nudgeBody:
    "Si vous perdez la seule que vous avez, vous perdez le compte. Mettez-en une deuxième sur votre téléphone ou sur une clé de sécurité.",
  nudgeDeviceBound:
    "Votre seule clé d’accès ne peut pas quitter son appareil. Mettez-en une deuxième sur votre téléphone ou sur une clé de sécurité.",
  windowLeft: "Confirmé, encore {time}",
  windowClosed: "Vous confirmerez d’abord que c’est bien vous",
};
