/** Opening an account. */
import type { Translated } from "../../translated.ts";
import type { signUp as english } from "../en/sign-up.ts";

export const signUp: Translated<typeof english> = {
  title: "Créer votre compte",
  lead: "Votre appareil crée la clé. Votre empreinte ou votre visage ne le quittent jamais.",
  displayName: "Votre nom",
  displayNameHint: "C’est ainsi que les applications et les autres vous voient.",
  emailHint: "Vous vous connectez avec une clé d’accès ; l’adresse distingue les comptes.",
  button: "Créer votre clé d’accès",
  hint: "Votre navigateur demande où garder la clé d’accès.",
  haveAccount: "Vous avez déjà un compte ?",
  signIn: "Se connecter",
  closedTitle: "Les inscriptions ne sont pas ouvertes",
  inviteTitle: "Sur invitation uniquement",
  closedBody: "{instance} n’accepte pas de nouveaux comptes pour le moment.",
  inviteBody: "{instance} accueille de nouvelles personnes sur invitation.",
  askBody:
    "Adressez-vous aux responsables : la personne ou l’entreprise qui vous a donné cette adresse peut vous créer un compte.",
  alreadySignedIn:
    "Vous êtes connecté en tant que {name}. Un nouveau compte s’ajoute dans ce navigateur et s’affiche à sa place.",
};
