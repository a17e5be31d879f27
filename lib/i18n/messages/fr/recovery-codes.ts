/** Recovery codes: making, keeping and replacing them. */
import type { Translated } from "../../translated.ts";
import type { recoveryCodes as english } from "../en/recovery-codes.ts";

export const recoveryCodes: Translated<typeof english> = {
  title: "Codes de secours",
  lead: "Pour le jour où toutes les clés d’accès sont perdues : l’un des dix codes vous permet de revenir, chacun une fois.",
  noneTitle: "Vous n’avez pas de codes de secours",
  noneBody:
    "Créez-les maintenant et gardez-les là où vous les retrouverez sans vos appareils : sur papier, ou chez une personne de confiance.",
  left: "{left, plural, =0 {Aucun restant sur {total}} one {# restant sur {total}} many {# restants sur {total}} other {# restants sur {total}}}",
  madeAt: "Créés le <when></when>",
  fewLeft: "Il en reste peu. Créez-en de nouveaux avant d’en avoir besoin.",
  make: "Créer des codes de secours",
  replace: "En créer de nouveaux",
  confirmHint: "Vous confirmerez d’abord que c’est bien vous avec une clé d’accès.",
  replaceTitle: "Remplacer vos codes de secours ?",
  replaceBody:
    "Ceux que vous avez cessent aussitôt de fonctionner, même ceux sur papier. Vous en recevez dix nouveaux.",
  cancel: "Annuler",
  madeTitle: "Vos nouveaux codes de secours",
  madeBody:
    "Ils ne s’affichent que maintenant. Gardez-les là où vous les retrouverez sans vos appareils ; chacun sert une fois.",
  copy: "Copier",
  copied: "Copié.",
  notCopied: "Ce navigateur ne nous a pas laissé copier. Sélectionnez les codes et copiez-les vous-même.",
  download: "Enregistrer dans un fichier",
  print: "Imprimer",
  done: "Je les ai gardés",
  file: "Codes de secours pour {account} chez {instance}",
  fileHow: "Chacun sert une fois, à l’adresse {url}",
  fileName: "codes-de-secours",
  offer: "Créer aussi des codes de secours",
  offerHint: "Dix codes sur papier, pour le jour où la clé d’accès est perdue.",
  waysTitle: "Autres façons de revenir",
  wayDevice: "Un autre de vos appareils encore connectés peut laisser entrer un nouveau navigateur.",
  wayMail: "La page de connexion envoie un lien à {email}.",
  wayMailUnconfirmed:
    "La page de connexion envoie un lien à {email} dès que vous avez confirmé cette adresse.",
  wayAdmin: "Les responsables de {instance} peuvent vous donner un lien.",
  noMail:
    "{instance} n’envoie pas d’e-mails : vous ne serez pas averti si quelqu’un revient dans votre compte. Votre activité le montre.",
};
