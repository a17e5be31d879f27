/** Signing in. */
import type { Translated } from "../../translated.ts";
import type { signIn as english } from "../en/sign-in.ts";

export const signIn: Translated<typeof english> = {
  title: "Se connecter",
  lead: "Utilisez la clé d’accès de cet appareil, votre téléphone ou une clé de sécurité.",
  knownLead: "Continuez avec un compte que ce navigateur connaît, ou utilisez-en un autre.",
  toApp: "Continuer vers {app}",
  toAppLead: "{app} vous demande de vous connecter avec {instance}.",
  again: "Confirmez que c’est bien vous",
  againLead: "{app} vous demande de vous connecter à nouveau, bien que vous soyez déjà connecté.",
  anotherPasskey: "Utiliser une autre clé d’accès",
  device_bound:
    "{app} a besoin d’une clé d’accès qui ne peut pas quitter son appareil, par exemple sur une clé de sécurité ; celle que vous avez utilisée est synchronisée.",
  user_verification:
    "{app} a besoin d’une connexion qui vérifie votre empreinte, votre visage ou votre code PIN ; la dernière ne l’a pas fait.",
  signedInAs: "Vous êtes connecté en tant que {name}. Une autre clé d’accès ajoute son compte et l’affiche.",
  button: "Se connecter avec une clé d’accès",
  hint: "Votre appareil demande votre empreinte, votre visage ou votre code PIN.",
  or: "ou",
  continueAs: "Continuer en tant que <name></name>",
  another: "Utiliser un autre compte",
  known: "Afficher les comptes de ce navigateur",
  forget: "Oublier {name} dans ce navigateur",
  fieldLabel: "Adresse e-mail",
  fieldHint: "Votre navigateur propose vos clés d’accès enregistrées dans ce champ.",
  otherWays: "Autres moyens",
  otherWaysBody:
    "Pas de clé d’accès sur cet appareil ? Utilisez votre téléphone : votre navigateur affiche un code QR.",
  usePhone: "Utiliser votre téléphone",
  useSecurityKey: "Utiliser une clé de sécurité",
  useDevice: "Utiliser un autre appareil",
  noAccount: "Nouveau ici ?",
  createAccount: "Créer un compte",
  invite:
    "Pas encore de compte ? {instance} accueille de nouvelles personnes sur invitation. Adressez-vous aux responsables.",
  closed:
    "Pas encore de compte ? Les inscriptions sont fermées. Adressez-vous aux responsables de {instance}.",
  expired:
    "La demande de connexion de l’application a expiré. Revenez à l’application et recommencez, ou connectez-vous ici pour accéder à votre compte.",
};
