/** The browser without a passkey, which waits to be let in from another one. */
import type { Translated } from "../../translated.ts";
import type { deviceSignIn as english } from "../en/device-sign-in.ts";

export const deviceSignIn: Translated<typeof english> = {
  title: "Se connecter avec un autre appareil",
  lead: "Laissez entrer ce navigateur depuis un téléphone ou un ordinateur où vous avez une clé d’accès. Pas besoin de Bluetooth.",
  afterwards:
    "Vous serez ensuite connecté ici pendant une heure et pourrez ajouter une clé d’accès à ce navigateur.",
  start: "Afficher le code",
  scan: "Scannez ceci avec votre téléphone ou ouvrez l’adresse là où vous avez une clé d’accès.",
  qr: "Code QR qui ouvre {url}",
  address: "Adresse",
  code: "Code",
  compare: "Les deux écrans affichent",
  waiting: "En attente de votre accord.",
  timeLeft: "Valable encore {time}",
  timeOver: "Expiré",
  done: "J’ai donné mon accord",
  notYet: "Pas encore approuvé. Donnez votre accord sur l’autre appareil, puis réessayez.",
  approved: "Approuvé. On continue…",
  continue: "Continuer",
  offline: "Vous semblez être hors ligne. Cette page continue de demander.",
  unreachable: "Le serveur ne répond pas. Cette page continue de demander.",
  overTitle: "Ce code a expiré",
  overBody: "Un code est valable cinq minutes et une seule fois.",
  again: "Afficher un nouveau code",
  deniedTitle: "Ce navigateur n’a pas été admis",
  deniedBody: "La réponse sur l’autre appareil était non. Vous pouvez recommencer.",
  refusedTitle: "Cet accord n’est plus valable",
  refusedBody:
    "Quelque chose a changé sur le compte entre-temps. Recommencez ou adressez-vous aux responsables de {instance}.",
};
