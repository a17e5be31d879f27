/** Where somebody is signed in. */
import type { Translated } from "../../translated.ts";
import type { sessions as english } from "../en/sessions.ts";

export const sessions: Translated<typeof english> = {
  title: "Sessions",
  lead: "Les navigateurs où vous êtes connecté. En déconnecter un vous déconnecte aussi des applications que vous y avez ouvertes, si elles en tiennent compte.",
  count: "{count, plural, one {# session} many {# de sessions} other {# sessions}}",
  thisBrowser: "Ce navigateur",
  idle: "Inactive",
  unknownBrowser: "Navigateur inconnu",
  methods: {
    passkey: "Connexion avec <passkey></passkey>",
    recovery_code: "Connexion avec un code de secours",
    recovery_link: "Connexion avec un lien à usage unique de l’administration",
    email_link: "Connexion avec un lien reçu par e-mail",
    device_approval: "Acceptée depuis un autre navigateur",
  },
  somePasskey: "une clé d’accès",
  weaker: "Sans clé d’accès",
  lastActive: "Dernière activité : {relative}",
  apps: "Applications : <names></names>",
  end: "Déconnecter",
  endNamed: "Déconnecter {browser}",
  endTitle: "Déconnecter {browser} ?",
  endBody: "La personne qui utilise ce navigateur devra se reconnecter avec l’une de vos clés d’accès.",
  ended: "Ce navigateur est déconnecté.",
  endOthers: "Déconnecter partout ailleurs",
  endOthersTitle: "Déconnecter partout ailleurs ?",
  endOthersBody: "Tous les navigateurs sauf celui-ci devront se reconnecter avec l’une de vos clés d’accès.",
  endedOthers: "Vous êtes déconnecté partout ailleurs.",
  onlyHere: "Vous n’êtes connecté nulle part ailleurs.",
  keep: "Ne rien changer",
};
