/** Renaming and removing a passkey. */
import type { Translated } from "../../translated.ts";
import type { managePasskey as english } from "../en/manage-passkey.ts";

export const managePasskey: Translated<typeof english> = {
  rename: "Renommer",
  renameNamed: "Renommer {name}",
  nameLabel: "Nom de la clé d’accès",
  nameInvalid: "Saisissez un nom d’au plus 64 caractères.",
  save: "Enregistrer",
  cancel: "Annuler",
  confirmHint: "Vous confirmerez d’abord que c’est bien vous, avec une clé d’accès.",
  renamed: "Renommée en « {name} ».",
  remove: "Supprimer",
  removeNamed: "Supprimer {name}",
  removeTitle: "Supprimer « {name} » ?",
  removeBody:
    "Vous ne pourrez plus l’utiliser pour vous connecter, et les navigateurs qu’elle a connectés seront déconnectés. C’est irréversible.",
  removeBodyHere:
    "Vous ne pourrez plus l’utiliser pour vous connecter, et les navigateurs qu’elle a connectés seront déconnectés, celui-ci aussi. C’est irréversible.",
  removeBodyLast:
    "C’est votre dernière clé d’accès. Tous les navigateurs qu’elle a connectés seront déconnectés, celui-ci aussi, et vous ne pourrez plus entrer qu’avec {count, plural, one {votre dernier code de secours} many {l’un de vos # de codes de secours} other {l’un de vos # codes de secours}}. C’est irréversible.",
  removeConfirmHint:
    "Vous confirmerez d’abord que c’est bien vous. Utilisez une autre clé d’accès que celle-ci pour rester connecté ici.",
  lastTitle: "Vous ne pouvez pas encore supprimer « {name} »",
  lastBody: "C’est votre seule façon d’entrer. Ajoutez-en d’abord une autre.",
  close: "Fermer",
  removedTitle: "Clé d’accès supprimée",
  removedBody:
    "« {name} » n’ouvre plus votre compte. Supprimez-la aussi de votre gestionnaire de mots de passe.",
  removedHere:
    "« {name} » n’ouvre plus votre compte, et vous êtes déconnecté ici. Supprimez-la aussi de votre gestionnaire de mots de passe.",
  done: "Terminé",
  signInAgain: "Se reconnecter",
};
