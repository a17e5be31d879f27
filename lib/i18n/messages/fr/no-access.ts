/** Why an app may not be used. */
import type { Translated } from "../../translated.ts";
import type { noAccess as english } from "../en/no-access.ts";

export const noAccess: Translated<typeof english> = {
  title: "Pas d’accès à {app}",
  pageTitle: "Pas d’accès",
  group: "Votre compte ne fait partie d’aucun groupe qui peut utiliser {app}.",
  groupHelp: "Demandez aux responsables de {instance} de vous ajouter, ou utilisez un autre compte.",
  user_verification:
    "{app} demande une clé d’accès qui vérifie votre empreinte, votre visage ou votre code PIN.",
  user_verificationHelp:
    "Celle que vous avez utilisée ne l’a pas fait. Réessayez ou utilisez une autre clé d’accès.",
  device_bound:
    "{app} demande une clé d’accès qui ne peut pas quitter son appareil, par exemple sur une clé de sécurité.",
  device_boundHelp:
    "Celle que vous avez utilisée est synchronisée entre des appareils. Utilisez une autre clé d’accès.",
  account: "Connecté en tant que",
  anotherPasskey: "Utiliser une autre clé d’accès",
  anotherAccount: "Utiliser un autre compte",
  back: "Retourner à {app}",
};
