/** Refusals that say more than their code does. The API tells the English ones. */
import type { Translated } from "../../translated.ts";
import type { refusals as english } from "../en/refusals.ts";

export const refusals: Translated<typeof english> = {
  accountNotSignedIn: "Ce compte n’est plus connecté ici. Revenez en arrière.",
  mailGone: "Cet e-mail est arrivé, a été supprimé ou est déjà en cours d’envoi.",
  apiKeyGone: "Cette clé d’API n’existe pas, ou elle n’est déjà plus valable.",
  authenticatorDidNotKeep:
    "Cet authentificateur n’a pas gardé la clé d’accès. Utilisez un autre appareil ou une autre clé de sécurité.",
  claimsFull: "Il y a déjà {count} claims, le maximum autorisé. Supprimez-en d’abord un.",
  testOfDisabledClient:
    "Cette application est désactivée : personne ne peut s’y connecter. Activez-la d’abord.",
  addressNotRegistrable:
    "Seule une adresse envoyée par cette application, entière et sans joker, peut être enregistrée ici.",
  clientByDocument:
    "Cette application est décrite par le document à l’adresse de son client_id. Modifiez ce document.",
  clientIdTaken: "Un client avec cet identifiant existe déjà. Choisissez-en un autre.",
  clientSecretGone: "Cette application n’a pas ce secret.",
  clientSecretsFull: "Cette application a déjà {count} secrets. Supprimez-en d’abord un.",
  clientWithoutSecrets: "Cette application ne s’authentifie pas par un secret.",
  emailLinkDead:
    "Ce lien ne fonctionne pas ici : il a été utilisé ou remplacé, il a expiré, ou un autre compte l’a demandé.",
  emailTaken:
    "Un autre compte ici a déjà cette adresse. Connectez-vous à celui-là, ou changez d’abord son adresse.",
  invitationDead:
    "Cette invitation ne fonctionne pas : elle a été utilisée ou retirée, ou elle a expiré. Demandez-en une nouvelle.",
  invitationGone: "Cette invitation n’existe pas, ou elle a déjà été retirée.",
  invitationsClosed:
    "Les inscriptions sont fermées ici, même sur invitation. Définissez d’abord SIGN_UP=invite.",
  keyNotYetSigning:
    "La clé {alg} vient d’être publiée et signera dans quelques minutes. Réessayez à ce moment-là.",
  lastAdministratorsPasskey:
    "C’est la seule clé d’accès du dernier compte d’administration. Faites d’abord ajouter une clé par un autre compte d’administration.",
  linkForDisabled: "Ce compte est désactivé. Réactivez-le d’abord.",
  linkForOneself:
    "Vous ne pouvez pas créer de lien vers votre propre compte. Créez plutôt des codes de secours.",
  linkNotMailed:
    "Cette installation n’envoie pas d’e-mails, ou le nom d’utilisateur n’est pas une adresse. Transmettez le lien vous-même.",
  noMail: "Cette installation n’envoie pas d’e-mails. Demandez à l’administration de changer l’adresse.",
  pictureFormat: "Envoyez une image PNG, JPEG, WebP, GIF ou AVIF.",
  imageFormat: "Envoyez une image PNG, JPEG, WebP, GIF, AVIF ou SVG.",
  imageSize: "Le fichier dépasse {megabytes, number} Mio.",
  picturePixels: "L’image a trop de pixels. Envoyez-en une plus petite.",
  pictureSize: "L’image dépasse 5 Mio.",
  policyLocksOut:
    "Avec cette règle, vous ne pourriez plus vous connecter avec la clé d’accès que vous utilisez maintenant. Ajoutez-en d’abord une qu’elle autorise.",
  recoveryCodeDead:
    "Ce code ne fonctionne pas. Comparez-le à votre liste : chacun ne fonctionne qu’une fois.",
  recoveryLinkDead:
    "Ce lien ne fonctionne pas : il a été utilisé, un plus récent l’a remplacé, ou il a expiré.",
  setUpLinkDead: "Ce lien de configuration a été utilisé ou a expiré. Créez-en un nouveau sur le serveur.",
  signingKeyGone: "Aucune clé de signature n’a ce kid.",
  signUpByInvitation:
    "Ici, les comptes se font sur invitation. Demandez à l’administration de ce site de vous inviter.",
  signUpClosed:
    "Ce site n’accepte pas de nouveaux comptes. Demandez à son administration de vous en créer un.",
};
