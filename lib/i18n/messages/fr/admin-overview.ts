/** The first page of the administration. */
import type { Translated } from "../../translated.ts";
import type { adminOverview as english } from "../en/admin-overview.ts";

export const adminOverview: Translated<typeof english> = {
  title: "Vue d’ensemble",
  attention: "À regarder",
  allWell: "Tout va bien.",
  allWellBody: "Rien ne demande votre attention.",
  look: "Voir",
  lookAt: "Voir : {what}",
  asTable: "Afficher en tableau",
  kinds: {
    database: "La base de données ne va pas bien.",
    signing_keys: "Il n’y a aucune clé de signature utilisable.",
    disk: "Le disque est presque plein.",
    clock: "Les horloges ne sont pas d’accord.",
    metadata: "Les métadonnées d’authentificateurs ne sont pas à jour.",
    mail: "Les e-mails ne passent pas.",
    undelivered:
      "{more, select, yes {Plus de {count, number} messages n’ont pas pu être remis cette semaine.} other {{count, plural, one {Un message n’a pas pu être remis cette semaine.} many {# messages n’ont pas pu être remis cette semaine.} other {# messages n’ont pas pu être remis cette semaine.}}}}",
    key_rotation:
      "{count, plural, one {Une clé de signature aurait dû être remplacée.} many {# clés de signature auraient dû être remplacées.} other {# clés de signature auraient dû être remplacées.}}",
    client_secrets:
      "{more, select, yes {Plus de {count, number} applications perdent bientôt leur dernier secret.} other {{count, plural, one {Une application perd bientôt son dernier secret.} many {# applications perdent bientôt leur dernier secret.} other {# applications perdent bientôt leur dernier secret.}}}}",
    api_keys:
      "{more, select, yes {Plus de {count, number} clés d’API expirent bientôt.} other {{count, plural, one {Une clé d’API expire bientôt.} many {# clés d’API expirent bientôt.} other {# clés d’API expirent bientôt.}}}}",
    clone_suspected:
      "{more, select, yes {Plus de {count, number} clés d’accès ont peut-être été copiées.} other {{count, plural, one {Une clé d’accès a peut-être été copiée.} many {# clés d’accès ont peut-être été copiées.} other {# clés d’accès ont peut-être été copiées.}}}}",
    no_passkey:
      "{count, plural, one {Une personne n’a aucune clé d’accès.} many {# personnes n’ont aucune clé d’accès.} other {# personnes n’ont aucune clé d’accès.}}",
    one_passkey:
      "{count, plural, one {Une personne n’a qu’une clé d’accès.} many {# personnes n’ont qu’une clé d’accès.} other {# personnes n’ont qu’une clé d’accès.}}",
  },
  advice: {
    database: "Elle répond lentement ou pas du tout.",
    signing_keys: "Personne ne peut se connecter à une application.",
    disk: "Faites de la place avant que la base ne s’arrête.",
    clock: "Réglez cette machine et la base sur le même serveur de temps.",
    metadata: "Sans elles, aucune attestation n’est jugée fiable.",
    mail: "C’est par e-mail que l’on avertit et que l’on redonne accès.",
    undelivered: "E-mails et avis de déconnexion abandonnés.",
    key_rotation: "Les clés changent d’elles-mêmes ; quelque chose les en empêche.",
    client_secrets: "Créez-en un nouveau dans les deux semaines, avant que les connexions n’échouent.",
    api_keys: "Les programmes qui les utilisent s’arrêtent dans les deux semaines.",
    clone_suspected: "Demandez à qui elle est et révoquez-la en cas de doute.",
    no_passkey: "Elles ne peuvent pas se connecter. Un lien de récupération leur redonne accès.",
    one_passkey: "Qui la perd n’a plus accès. Demandez-leur d’en ajouter une deuxième.",
  },
  signIns: {
    title: "Connexions",
    summary: "Ces 30 derniers jours : {succeeded, number} réussies, {failed, number} échouées.",
    day: "Jour",
    succeeded: "Réussies",
    failed: "Échouées",
    utc: "Jours en UTC",
    picture: "Connexions de chacun des 30 derniers jours. Le plus en un jour : {count, number}, le {day}.",
    column: "{day} : {succeeded, number} réussies, {failed, number} échouées",
    all: "Connexions dans le journal d’audit",
    allFailed: "Échecs de connexion dans le journal d’audit",
  },
  reasons: {
    title: "Pourquoi des connexions ont échoué",
    summary: "Le plus souvent : <reason></reason> ({count, number}).",
    none: "Aucune n’a échoué ces 30 derniers jours.",
    reason: "Raison",
    count: "Connexions",
    known: {
      credential_unknown: "Clé d’accès inconnue",
      credential_revoked: "Clé d’accès supprimée",
      credential_not_allowed: "Clé d’accès d’un autre compte",
      user_disabled: "Compte désactivé",
      counter: "Clé d’accès peut-être copiée",
      signature: "Signature fausse",
      challenge_unknown: "Trop tard ou envoyé deux fois",
      user_verification: "Personne non vérifiée",
      origin: "Depuis un autre site",
      malformed_response: "Réponse mal formée",
      unknown: "Aucune raison donnée",
    },
  },
  providers: {
    title: "Où sont les clés d’accès",
    summary: "Le plus dans {name} : {count, number}.",
    none: "Il n’y a pas encore de clé d’accès.",
    unknown: "Produit inconnu",
    name: "Produit",
    passkeys: "Clés d’accès",
    all: "Toutes les clés d’accès",
  },
};
