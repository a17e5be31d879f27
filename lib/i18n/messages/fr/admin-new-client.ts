/** Adding an app in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminNewClient as english } from "../en/admin-new-client.ts";

export const adminNewClient: Translated<typeof english> = {
  title: "Ajouter une application",
  titleOf: "Ajouter une application : {kind}",
  lead: "Qu’est-ce que c’est ? Les bons réglages viennent avec la réponse.",
  back: "Tous les types",
  kinds: {
    grafana: {
      name: "Grafana",
      hint: "Tableaux de bord. Par OAuth générique.",
    },
    gitea: {
      name: "Gitea ou Forgejo",
      hint: "Hébergement Git. Par une source d’authentification.",
    },
    nextcloud: {
      name: "Nextcloud",
      hint: "Fichiers et agendas. Avec son application user_oidc.",
    },
    immich: {
      name: "Immich",
      hint: "Photos, dans le navigateur et sur le téléphone.",
    },
    proxmox: {
      name: "Proxmox VE",
      hint: "Machines virtuelles. Comme royaume OpenID Connect.",
    },
    "oauth2-proxy": {
      name: "oauth2-proxy",
      hint: "Devant une page qui n’a pas de connexion à elle.",
    },
    "argo-cd": {
      name: "Argo CD",
      hint: "Déploiements. Directement, sans Dex.",
    },
    web: {
      name: "Application web",
      hint: "Tourne sur un serveur et peut garder un secret.",
    },
    "single-page": {
      name: "Application monopage",
      hint: "Tourne dans le seul navigateur et ne garde aucun secret.",
    },
    native: {
      name: "Application native ou en ligne de commande",
      hint: "Tourne sur les appareils des gens.",
    },
    machine: {
      name: "Machine",
      hint: "Se connecte en son propre nom ; personne n’est devant.",
    },
  },
  name: "Nom",
  nameHint: "Ce que l’on voit en se connectant.",
  appUrl: "Adresse de l’application",
  appUrlHint: "Telle qu’on l’ouvre dans le navigateur. Elle remplit les adresses ci-dessous.",
  redirectUris: "URI de redirection",
  redirectUrisHint: "Une par ligne. Après la connexion, on revient exactement là.",
  postLogout: "Adresses après la déconnexion",
  groups: "Qui peut l’utiliser",
  groupsHint: "Les membres des groupes que vous choisissez. Sans choix : tout le monde.",
  groupsNone: "Il n’y a pas encore de groupes : tout le monde peut l’utiliser.",
  firstParty: "Ne demander le consentement à personne : c’est notre propre application",
  submit: "Ajouter l’application",
  setUp: "Configurée avec",
  authentication: "Authentification de l’application",
  pkce: "PKCE",
  required: "Exigé",
  optional: "Facultatif",
  scopes: "Portées",
  idToken: "Jeton d’identité",
  withClaims: "Contient aussi les attributs",
  methods: {
    none: "Aucune : elle ne garde pas de secret",
    client_secret_basic: "Secret dans l’en-tête (Basic)",
    client_secret_post: "Secret dans le corps (POST)",
    client_secret_jwt: "Signée avec le secret",
    private_key_jwt: "Signée avec sa propre clé",
  },
  made: "{name} est ajoutée",
  secret: "Secret client",
  once: "Il n’est affiché que cette fois. Les réglages ci-dessous le contiennent déjà.",
  settings: "À coller dans {kind}",
  open: "Ouvrir la page de l’application",
  copy: "Copier",
  copied: "Copié",
  address: {
    clientId: "Identifiant client",
    issuer: "Émetteur",
    discovery: "Découverte",
    authorize: "Autorisation",
    token: "Jeton",
    userinfo: "UserInfo",
    jwks: "Clés",
    endSession: "Déconnexion",
  },
};
