/** Taking one's data along, and deleting the account. */
import type { Translated } from "../../translated.ts";
import type { myData as english } from "../en/my-data.ts";

export const myData: Translated<typeof english> = {
  title: "Vos données",
  lead: "Elles sont à vous : emportez-les, ou retirez-les.",
  export: {
    title: "Les emporter",
    body: "Un fichier avec tout ce que l’on sait de vous ici : profil, clés d’accès sans leurs secrets, sessions, applications, groupes, et ce que le journal de sécurité dit de vous. Il est en JSON, que d’autres programmes savent lire.",
    button: "Télécharger vos données",
    started: "Le téléchargement a commencé.",
    hint: "Vous confirmerez d’abord que c’est bien vous, avec une clé d’accès.",
  },
  delete: {
    title: "Supprimer votre compte",
    lead: "Voici ce qui s’ensuit :",
    gone: "Votre profil, votre photo, vos clés d’accès, vos codes de secours et vos groupes disparaissent aussitôt.",
    apps: "Vous êtes déconnecté partout, et vos applications en sont averties. Ce qu’elles gardent elles-mêmes reste chez elles.",
    name: "Votre adresse e-mail redevient libre : quelqu’un pourrait ouvrir un compte avec elle.",
    trail:
      "Le journal de sécurité reste, tant que {instance} le conserve : heures, adresses IP et navigateurs, sous un numéro à la place de votre nom.",
    mail: "Vous recevez un dernier e-mail.",
    forGood: "C’est irréversible.",
    open: "Supprimer votre compte…",
    question: "Supprimer votre compte chez {instance} ?",
    takeFirst:
      "Téléchargez d’abord vos données si vous voulez en garder. Ensuite, rien ne pourra être retrouvé.",
    typed: "Saisissez votre adresse e-mail, {email}, pour continuer",
    mismatch: "Ce n’est pas {email}.",
    confirm: "Supprimer définitivement",
    keep: "Garder le compte",
    lastAdministrator:
      "Vous êtes seul à administrer cette installation. Donnez d’abord ce rôle à quelqu’un d’autre.",
    doneTitle: "Votre compte est supprimé",
    doneBody:
      "Vous êtes déconnecté. Si votre gestionnaire de mots de passe montre encore la clé d’accès, supprimez-la là-bas.",
    close: "Fermer",
  },
  noScript: "Les deux demandent une clé d’accès, et les clés d’accès demandent JavaScript.",
};
