/** Letting in a browser that waits, from one with a passkey. */
import type { Translated } from "../../translated.ts";
import type { approve as english } from "../en/approve.ts";

export const approve: Translated<typeof english> = {
  title: "Laisser entrer un autre navigateur ?",
  pageTitle: "Laisser entrer un autre navigateur",
  enterLead: "Saisissez le code que l’autre écran affiche.",
  code: "Code",
  codeHint: "Douze lettres. Les majuscules et les tirets sont sans importance.",
  unknownCode:
    "Aucun navigateur n’attend avec ce code. Il a peut-être expiré, ou la question a déjà reçu une réponse.",
  tooMany: "Trop de codes erronés. Attendez quelques minutes, puis réessayez.",
  continue: "Continuer",
  confirmTitle: "Confirmez que c’est bien vous",
  confirmBody:
    "Confirmez que c’est bien vous pour laisser entrer un autre navigateur. Vous verrez lequel avant de décider.",
  confirm: "Confirmer avec une clé d’accès",
  confirmed: "Confirmé. Un instant…",
  account: "Il serait connecté en tant que",
  notYou: "Ce n’est pas vous ?",
  switchAccount: "Utiliser un autre compte",
  compare: "L’autre écran doit afficher",
  device: "Navigateur",
  unknownDevice: "Inconnu",
  ip: "Adresse réseau",
  asked: "Demandé",
  warning: "N’approuvez que si vous venez de lancer cela vous-même.",
  warningBody:
    "Quiconque se trouve devant ce navigateur sera connecté à votre place. Si quelqu’un vous a envoyé le code ou un lien, c’est une ruse : refusez.",
  otherNetwork:
    "Ce navigateur se trouve sur un autre réseau que le vôtre. C’est courant avec les données mobiles. Sinon, c’est le signe que quelqu’un d’autre fait la demande.",
  approve: "Approuver",
  deny: "Refuser",
  approvedTitle: "Le navigateur est admis",
  approvedBody: "Continuez là-bas. Vous pouvez fermer cette page.",
  deniedTitle: "Le navigateur n’a pas été admis",
  deniedBody: "Personne n’a rien obtenu. Vous pouvez fermer cette page.",
  roleTitle: "Pas avec ce compte",
  roleBody:
    "Les comptes qui participent à la gestion de {instance} ne peuvent pas laisser entrer un navigateur ainsi : trop de choses en dépendent. Connectez-vous là-bas avec votre téléphone par le code QR du navigateur, ou avec une clé de sécurité.",
};
