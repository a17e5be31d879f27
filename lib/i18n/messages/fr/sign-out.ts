/** Signing out. */
import type { Translated } from "../../translated.ts";
import type { signOut as english } from "../en/sign-out.ts";

export const signOut: Translated<typeof english> = {
  title: "Se déconnecter ?",
  lead: "Vous êtes connecté en tant que {name}.",
  fromApp: "{app} demande de vous déconnecter de {instance}.",
  consequence:
    "Les applications que vous avez ouvertes avec {instance} peuvent vous garder connecté jusqu’à ce que vous vous y déconnectiez.",
  confirm: "Se déconnecter",
  forget: "M’oublier aussi dans ce navigateur, car d’autres l’utilisent",
  stay: "Rester connecté",
  doneTitle: "Vous êtes déconnecté",
  doneBody: "Votre session dans ce navigateur est terminée. Vos clés d’accès restent où elles sont.",
  signInAgain: "Se reconnecter",
  all: "Se déconnecter de tous les comptes ici",
  stillSignedIn: "<name></name> est toujours connecté dans ce navigateur.",
  goOn: "Continuer avec ce compte",
  next: "S’en déconnecter aussi",
  framesTitle: "Déconnexion en cours",
  framesBody:
    "Votre session ici est terminée. Vos applications en sont informées, ce qui prend quelques secondes.",
  framesContinue: "Continuer",
};
