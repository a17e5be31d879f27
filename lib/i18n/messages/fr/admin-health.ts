/** The state of the system in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminHealth as english } from "../en/admin-health.ts";

export const adminHealth: Translated<typeof english> = {
  title: "État",
  lead: "Si tout ce dont les personnes et les applications ont besoin va bien, en ce moment.",
  statuses: {
    healthy: "Tout va bien",
    degraded: "À surveiller",
    unhealthy: "En panne",
  },
  detail: "Détail",
  parts: {
    database: {
      name: "Base de données",
      means: "Tout ce que l’on sait ici s’y trouve.",
      todo: "Vérifiez que PostgreSQL tourne, est joignable et a des connexions libres.",
    },
    signing_keys: {
      name: "Clés de signature",
      means: "Sans elles, on ne peut se connecter à aucune application.",
      todo: "Voyez la page des clés de signature, et si le fichier de clés appartient à cette base.",
    },
    clock: {
      name: "Horloge",
      means: "Codes et jetons expirent d’après elle.",
      todo: "Laissez NTP régler les horloges de cette machine et de la base.",
    },
    metadata: {
      name: "Métadonnées des authentificateurs",
      means: "Elles prouvent quel modèle détient une clé d’accès.",
      todo: "Vérifiez que le fichier ou l’adresse de MDS_BLOB est joignable, et quelle racine nomme MDS_ROOT.",
    },
    mail: {
      name: "E-mail",
      means: "C’est par lui que l’on prévient et que l’on fait revenir.",
      todo: "Voyez la page E-mail : elle dit ce qui n’est pas arrivé et pourquoi.",
    },
    disk: {
      name: "Disque",
      means: "La base intégrée s’arrête quand il est plein.",
      todo: "Faites de la place là où se trouve le dossier de données.",
    },
  },
  partsTitle: "Éléments",
  arrivalTitle: "Comment vous êtes arrivé ici",
  arrivalLead:
    "Lu dans cette requête même : ce qui précède Latchkey peut être mal réglé sans que personne ne le voie.",
  arrival: {
    address_fits: "L’adresse que vous avez utilisée est BASE_URL.",
    address_differs:
      "Vous êtes venu par une autre adresse que BASE_URL. Les clés d’accès ne fonctionnent que là : faites transmettre l’hôte par le proxy, ou corrigez BASE_URL.",
    https: "Le proxy dit que vous êtes venu par HTTPS.",
    https_untold: "Le proxy ne dit pas si vous êtes venu par HTTPS. Faites-lui définir X-Forwarded-Proto.",
    not_https: "Le proxy dit que vous êtes venu sans HTTPS. Faites-lui renvoyer tout le monde vers https://.",
    local: "BASE_URL est sur cette machine, rien n’a besoin de HTTPS.",
    client_address_known: "Les adresses des personnes arrivent : limites et journal voient chacune.",
    proxy_unknown:
      "Un proxy transmet les adresses, mais TRUSTED_PROXIES ne le nomme pas : tout le monde semble venir du proxy et partage ses limites.",
    proxy_silent:
      "Ce qui précède ne transmet pas les adresses : tout le monde semble venir de là et partage les limites. Faites-lui définir X-Forwarded-For et nommez-le dans TRUSTED_PROXIES.",
  },
  jobsTitle: "Tâches planifiées",
  jobsLead:
    "Ce qui se fait une fois pour toutes les instances montre la dernière exécution sur l’une d’elles.",
  job: "Tâche",
  every: "Toutes les",
  last: "Dernière exécution",
  took: "Durée",
  jobStatus: "État",
  jobStatuses: {
    well: "Bien",
    failing: "Échoue",
    waiting: "Pas encore",
  },
  everywhere: "Sur cette instance",
  failedAt: "Échec",
  programTitle: "Programme",
  version: "Version",
  runtime: "Node.js",
  database: "Base de données",
  databases: {
    embedded: "Intégrée",
    external: "Serveur PostgreSQL",
  },
  started: "Démarré",
  copyTitle: "Pour un rapport",
  copyLead: "Sans secrets, ni noms, ni adresses.",
  copyLabel: "État en texte",
  copy: "Copier",
  copied: "Copié",
  rows: "Lignes",
};
