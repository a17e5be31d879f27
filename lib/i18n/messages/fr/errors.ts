/** What people read of a refusal that has no words of its own. */
import type { Translated } from "../../translated.ts";
import type { errors as english } from "../en/errors.ts";

export const errors: Translated<typeof english> = {
  VALIDATION_ERROR: "Quelque chose ne va pas dans le formulaire.",
  INVALID_REQUEST: "Votre navigateur a envoyé quelque chose d’illisible. Rechargez la page et réessayez.",
  INVALID_CHALLENGE: "Cela a pris trop de temps, ou a déjà été utilisé. Recommencez.",
  CHALLENGE_EXPIRED: "Cela a pris trop de temps. Recommencez.",
  MISSING_CHALLENGE: "La réponse de votre clé d’accès est incomplète. Recommencez.",
  INVALID_ATTESTATION: "La nouvelle clé d’accès n’a pas pu être vérifiée. Réessayez.",
  INVALID_SIGNATURE: "La clé d’accès n’a pas pu être vérifiée. Réessayez.",
  AUTHENTICATION_FAILED: "La connexion a échoué. Réessayez ou utilisez une autre clé d’accès.",
  COUNTER_REGRESSION:
    "Cette clé d’accès a peut-être été copiée et a été refusée. Adressez-vous à votre administration.",
  INVALID_PICTURE: "L’image est endommagée. Enregistrez-la à nouveau ou choisissez-en une autre.",
  LOGO_UNREACHABLE:
    "L’application n’indique pas de logo, ou son adresse n’en a donné aucun. Envoyez plutôt le fichier.",
  UNAUTHENTICATED: "Vous êtes déconnecté. Connectez-vous d’abord.",
  STEP_UP_REQUIRED: "Confirmez que c’est bien vous avec une clé d’accès, puis recommencez.",
  FORBIDDEN: "Vous n’avez pas le droit de faire cela.",
  CROSS_ORIGIN: "Cela doit venir d’une page de ce site. Rouvrez la page et réessayez.",
  USER_DISABLED: "Ce compte est désactivé. Adressez-vous à votre administration.",
  SIGN_UP_CLOSED: "Les inscriptions ne sont pas ouvertes ici. Demandez un compte à votre administration.",
  ATTESTATION_NOT_ALLOWED: "Ce type d’authentificateur n’est pas autorisé ici.",
  APPROVAL_NOT_ALLOWED:
    "Votre rôle exige une clé d’accès dans le navigateur lui-même. Utilisez-y votre téléphone ou une clé de sécurité.",
  APPROVAL_REFUSED: "Cette connexion n’a pas été approuvée, ou l’approbation ne vaut plus. Recommencez.",
  USER_NOT_FOUND: "Cette personne n’existe pas ici.",
  CREDENTIAL_NOT_FOUND: "Cette clé d’accès n’existe pas.",
  SESSION_NOT_FOUND: "Cette session n’existe pas, ou elle est déjà terminée.",
  CLIENT_NOT_FOUND: "Cette application n’existe pas.",
  GRANT_NOT_FOUND: "Cette application n’a aucun accès à retirer.",
  GROUP_NOT_FOUND: "Ce groupe n’existe pas.",
  APPROVAL_NOT_FOUND:
    "Aucun navigateur n’attend avec ce code. Il a peut-être expiré, ou une réponse a déjà été donnée.",
  NOT_FOUND: "Il n’y a rien ici, ou plus rien.",
  METHOD_NOT_ALLOWED: "Cette adresse ne s’ouvre pas ainsi. Revenez en arrière.",
  USER_EXISTS: "Ce nom est pris. Connectez-vous ou choisissez-en un autre.",
  GROUP_EXISTS: "Un groupe de ce nom existe déjà. Choisissez un autre nom.",
  DUPLICATE_CREDENTIAL: "Cette clé d’accès est déjà enregistrée.",
  CREDENTIAL_LIMIT: "Vous avez atteint le nombre de clés d’accès autorisé. Supprimez-en d’abord une.",
  LAST_CREDENTIAL: "C’est votre seule façon d’entrer. Ajoutez d’abord une autre clé d’accès.",
  LAST_ADMINISTRATOR:
    "Plus personne ne pourrait alors administrer cette installation. Confiez d’abord l’administration à quelqu’un d’autre.",
  APPROVAL_PENDING: "Personne n’a encore approuvé cela. Approuvez, puis réessayez.",
  CONFLICT: "Quelqu’un a modifié cela entre-temps. Rechargez la page et réessayez.",
  PRECONDITION_FAILED: "Quelqu’un a modifié cela entre-temps. Rechargez la page et réessayez.",
  PAYLOAD_TOO_LARGE: "C’est trop volumineux.",
  UNSUPPORTED_MEDIA_TYPE: "Les fichiers de ce type ne sont pas acceptés.",
  RATE_LIMIT_EXCEEDED: "Trop de tentatives. Attendez un instant, puis réessayez.",
  INTERNAL_ERROR:
    "Un problème est survenu de notre côté. Réessayez ; s’il persiste, prévenez les responsables de cette adresse.",
  SERVICE_UNAVAILABLE: "Le service n’est pas disponible pour le moment. Réessayez dans un instant.",
};
