/** Allowing an app. */
import type { Translated } from "../../translated.ts";
import type { consent as english } from "../en/consent.ts";

export const consent: Translated<typeof english> = {
  pageTitle: "Autoriser une application",
  title: "Autoriser <app></app> ?",
  lead: "<app></app> verra :",
  nothingPersonal:
    "<app></app> ne demande rien de votre profil. L’application n’apprend qu’un identifiant qui distingue votre compte des autres.",
  returnsTo: "Vous retournez à",
  account: "Connecté en tant que",
  notYou: "Ce n’est pas vous ?",
  switchAccount: "Utiliser un autre compte",
  allow: "Autoriser",
  deny: "Ne pas autoriser",
  verified: "vérifié",
  unverified: "non vérifié",
  updatedAt:
    "L’application apprend aussi que votre profil a été modifié pour la dernière fois le <when></when>.",
  footer: "Votre choix est retenu. {app} ne voit jamais votre clé d’accès.",
  policy: "Sa politique de confidentialité",
  terms: "Ses conditions d’utilisation",
  registeredItself: "Cette application s’est enregistrée elle-même. Personne ici n’a vérifié son nom.",
  describedBy:
    "Cette application se décrit elle-même à l’adresse <host></host>. Ne continuez que si vous connaissez cette adresse.",
  offlineTitle: "Accès en votre absence",
  offline: "<app></app> peut continuer à s’en servir en votre absence, jusqu’à ce que vous l’en empêchiez.",
  resources: "L’application peut utiliser ces services en votre nom :",
  claims: {
    sub: "Identifiant",
    name: "Nom",
    given_name: "Prénom",
    family_name: "Nom de famille",
    preferred_username: "Nom d’utilisateur",
    picture: "Photo",
    locale: "Langue",
    email: "Adresse e-mail",
    groups: "Groupes",
    middle_name: "Deuxième prénom",
    nickname: "Surnom",
    profile: "Page de profil",
    website: "Site web",
    gender: "Genre",
    birthdate: "Date de naissance",
    zoneinfo: "Fuseau horaire",
    address: "Adresse",
    phone_number: "Numéro de téléphone",
  },
};
