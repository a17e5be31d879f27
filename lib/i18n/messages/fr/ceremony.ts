/** What is said while a passkey is asked for, and why it failed. */
import type { Translated } from "../../translated.ts";
import type { ceremony as english } from "../en/ceremony.ts";

export const ceremony: Translated<typeof english> = {
  starting: "Un instant…",
  waiting: "En attente de votre clé d’accès. Suivez les indications de votre navigateur.",
  verifying: "Vérification de votre clé d’accès…",
  signedIn: "Vous êtes connecté. On continue…",
  created: "Clé d’accès créée.",
  alreadyRegistered: "Cet appareil a déjà une clé d’accès pour vous. Il n’y a rien à faire.",
  failure: {
    notUsed: "Aucune clé d’accès n’a été utilisée. Réessayez ou choisissez un autre moyen.",
    notCreated: "Aucune clé d’accès n’a été créée. Essayez avec votre téléphone ou une autre clé.",
    timedOut: "Cela a pris trop de temps. Réessayez quand vous serez prêt.",
    wrongAddress: "Les clés d’accès ne fonctionnent pas à cette adresse. Ouvrez {address}.",
    needsVerification: "Cette clé demande d’abord de définir un code PIN ou une empreinte.",
    provider:
      "Votre fournisseur de clés d’accès a signalé un problème. Réessayez ou choisissez une autre clé d’accès.",
    unsupported:
      "Ce navigateur ne peut pas utiliser de clés d’accès ici. Ouvrez cette page dans un navigateur à jour.",
    refused:
      "Cette clé d’accès n’est pas acceptée ici : elle a peut-être été supprimée. Essayez-en une autre.",
    disabled: "Ce compte est désactivé. Adressez-vous aux responsables de {instance}.",
    copied:
      "Cette clé d’accès a peut-être été copiée et a été refusée. Adressez-vous aux responsables de {instance}.",
    notAllowed:
      "Ce type de clé d’accès n’est pas autorisé ici. Essayez-en une autre ou adressez-vous aux responsables de {instance}.",
    rateLimited: "Trop de tentatives depuis votre réseau. Réessayez dans {time}.",
    offline: "Vous semblez être hors ligne. Vérifiez votre connexion et réessayez.",
    server: "Un problème est survenu de notre côté. Réessayez dans un instant.",
    unavailable: "{instance} ne répond pas pour le moment. Réessayez dans {time}.",
    signedOut: "Vous avez été déconnecté. Reconnectez-vous, puis revenez.",
    limit: "Vous avez atteint le nombre de clés d’accès autorisé ici.",
    nameTaken: "Un compte existe déjà pour cette adresse. Connectez-vous ou utilisez-en une autre.",
    invalid: "Quelque chose ne va pas dans le formulaire. Voyez les champs signalés.",
    closed: "Les inscriptions ne sont pas ouvertes. Adressez-vous aux responsables de {instance}.",
    linkSpent: "Ce lien ne fonctionne plus. Demandez-en un nouveau à la personne qui vous l’a donné.",
    gone: "Cette clé d’accès a déjà été supprimée. Rechargez la page pour voir ce qui reste.",
    onlyWayIn: "C’est votre seule façon d’entrer. Ajoutez-en d’abord une autre.",
  },
  reference: "Référence : {id}",
};
