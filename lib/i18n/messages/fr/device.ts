/** Letting in a device without a browser. */
import type { Translated } from "../../translated.ts";
import type { device as english } from "../en/device.ts";

export const device: Translated<typeof english> = {
  title: "Connecter un appareil",
  lead: "Saisissez le code que votre appareil affiche.",
  leadWithCode: "Vérifiez que votre appareil affiche exactement ce code.",
  code: "Code",
  codeHint: "Huit lettres. Les majuscules et le tiret sont sans importance.",
  unknownCode: "Aucun appareil n’attend avec ce code. Vérifiez-le ou recommencez sur l’appareil.",
  continue: "Continuer",
  question: "Connecter un appareil à <app></app> ?",
  account: "Il serait connecté en tant que {name} ({username}).",
  askedFrom: "Demandé depuis",
  askedWith: "Demandé avec",
  asked: "Demandé",
  warning:
    "Ne continuez que si vous avez lancé cela vous-même, sur un appareil devant vous. Si quelqu’un vous a envoyé le code ou un lien, c’est peut-être une ruse pour utiliser votre compte.",
  allow: "C’est bien moi : autoriser",
  decline: "Refuser",
  allowedTitle: "Votre appareil est connecté",
  allowedBody: "Continuez sur l’appareil. Vous pouvez fermer cette page.",
  declinedTitle: "L’appareil n’a pas été admis",
  declinedBody: "Personne n’a rien obtenu. Vous pouvez fermer cette page.",
  goneTitle: "L’appareil n’attend plus",
  goneBody: "Cela a pris trop de temps, ou la question a déjà reçu une réponse. Recommencez sur l’appareil.",
  again: "Saisir un autre code",
};
