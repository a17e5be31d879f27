/** The rules of signing up and in, in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminPolicy as english } from "../en/admin-policy.ts";

export const adminPolicy: Translated<typeof english> = {
  title: "Règles de connexion",
  lead: "Qui peut s’inscrire, combien de temps on reste connecté, et quelles clés d’accès ouvrent un compte.",
  general: "Inscription et sessions",
  generalLead:
    "Un changement vaut sur chaque instance en quelques secondes. Ce que dit une variable d’environnement ne se change que là.",
  settings: {
    signUp: "Inscription",
    sessionIdleTimeoutSeconds: "Déconnexion après une inactivité de",
    sessionMaxLifetimeSeconds: "Déconnexion au plus tard après",
    userVerification: "Empreinte, visage ou code PIN",
    attestation: "Preuve d’origine",
    counterPolicy: "Signes d’une clé copiée",
  },
  hints: {
    signUp: "Les invitations valent tant que l’inscription n’est pas fermée.",
    sessionIdleTimeoutSeconds: "Les applications peuvent garder une session plus longtemps de leur côté.",
    sessionMaxLifetimeSeconds: "Vaut pour les sessions qui commencent désormais.",
    userVerification:
      "L’authentificateur vérifie-t-il qui le tient ? Sans « Exigé », une clé volée peut suffire.",
    attestation:
      "Demande aux nouvelles clés d’accès quel modèle les détient. Les règles sur les modèles le demandent de toute façon.",
    counterPolicy: "Un compteur qui n’augmente pas peut signifier que quelqu’un en a une copie.",
  },
  choices: {
    signUp: {
      open: "Ouverte : chacun peut créer un compte",
      invite: "Sur invitation",
      closed: "Fermée",
    },
    userVerification: {
      required: "Exigé",
      preferred: "Si l’authentificateur le peut",
      discouraged: "Non demandé",
    },
    attestation: {
      none: "Non demandée",
      indirect: "Demandée, peut être anonymisée",
      direct: "Demandée",
      enterprise: "Demandée, avec le numéro de série des appareils gérés",
    },
    counterPolicy: {
      warn: "Laisser entrer, marquer la clé et prévenir",
      refuse: "Refuser la connexion",
    },
  },
  amount: "Nombre",
  unit: "Unité",
  units: {
    minutes: "minutes",
    hours: "heures",
    days: "jours",
  },
  lasts: {
    minutes: "{count, plural, one {# minute} many {# de minutes} other {# minutes}}",
    hours: "{count, plural, one {# heure} many {# d’heures} other {# heures}}",
    days: "{count, plural, one {# jour} many {# de jours} other {# jours}}",
  },
  isDefault: "Par défaut",
  isChanged: "Modifié",
  isLocked: "Fixé par l’environnement",
  defaultIs: "Par défaut : {value}",
  policy: "Quelles clés d’accès sont admises",
  policyLead:
    "Pour tout le monde, à chaque connexion, aussi pour les clés existantes. Les groupes peuvent exiger davantage.",
  deviceBoundOnly: "Seulement les clés d’accès qui restent sur un appareil",
  requireUserVerification: "L’authentificateur doit vérifier empreinte, visage ou code PIN",
  trustedOnly: "Seulement les modèles prouvés par des métadonnées de confiance",
  trustNeedsMetadata: "Nécessite des métadonnées : définissez MDS_BLOB et MDS_ROOT.",
  formats: "Types de preuve",
  formatsHint:
    "Laissez tout coché, sauf si vous savez n’en vouloir que certains. La plupart des clés synchronisées n’en apportent aucun.",
  formatNone: "none : sans preuve",
  models: "Modèles",
  modelModes: {
    any: "Tous les modèles",
    only: "Seulement ceux qui sont cochés",
    except: "Tous sauf ceux qui sont cochés",
  },
  others: "Autres modèles",
  othersHint: "Des AAGUID, un par ligne. Un modèle n’est cru que dans la limite de sa preuve.",
  warningTitle: "Des personnes seront exclues",
  warningWord: "exclure",
  warningConfirm: "Enregistrer quand même",
  refused:
    "{count, plural, one {# clé d’accès sera refusée dès la prochaine connexion.} many {# de clés d’accès seront refusées dès la prochaine connexion.} other {# clés d’accès seront refusées dès la prochaine connexion.}}",
  refusedMany: "Plus de {count, number} clés d’accès seront refusées dès la prochaine connexion.",
  shutOut:
    "{count, plural, one {# personne n’a pas d’autre clé d’accès et aura besoin d’un lien de récupération.} many {# de personnes n’ont pas d’autre clé d’accès et auront besoin d’un lien de récupération.} other {# personnes n’ont pas d’autre clé d’accès et auront besoin d’un lien de récupération.}}",
  shutOutMany:
    "Plus de {count, number} personnes n’ont pas d’autre clé d’accès et auront besoin d’un lien de récupération.",
  administratorsLeft:
    "{count, plural, one {# administrateur peut encore se connecter.} many {# d’administrateurs peuvent encore se connecter.} other {# administrateurs peuvent encore se connecter.}}",
  noAdministratorLeft: "Plus aucun administrateur ne pourrait se connecter.",
};
