/** What has happened to the account. `told` has a sentence for each action of the trail that concerns people. */
import type { Translated } from "../../translated.ts";
import type { activity as english } from "../en/activity.ts";

export const activity: Translated<typeof english> = {
  title: "Activité",
  lead: "Ce qui s’est passé sur votre compte, et depuis quel endroit.",
  filter: "Afficher",
  all: "Tout",
  kinds: {
    sign_ins: "Connexions",
    passkeys: "Clés d’accès",
    apps: "Applications",
    account: "Compte",
  },
  today: "Aujourd’hui",
  yesterday: "Hier",
  pages: "Pages",
  newer: "Plus récent",
  older: "Plus ancien",
  empty: "Rien ne s’est encore passé",
  emptyBody:
    "Vous verrez ici vos connexions, les changements de vos clés d’accès et vos passages dans les applications.",
  emptyKind: "Rien de ce genre",
  showAll: "Tout afficher",
  notYou: "Une de ces actions ne vient pas de vous ?",
  notYouBody:
    "<sessions>Déconnectez les autres navigateurs</sessions>, puis <passkeys>supprimez les clés d’accès</passkeys> que vous ne reconnaissez pas.",
  somePasskey: "(supprimée)",
  someApp: "(application supprimée)",
  failed: "Refusé",
  told: {
    instance: {
      set_up: "Cette instance a été mise en place avec votre compte.",
    },
    user: {
      role_changed: "Une personne de l’administration a modifié votre rôle.",
      created:
        "{via, select, invitation {Vous avez créé votre compte sur invitation.} other {Vous avez créé votre compte.}}",
      changed: "Une personne de l’administration a modifié votre profil.",
      disabled: "Une personne de l’administration a désactivé votre compte.",
      enabled: "Une personne de l’administration a réactivé votre compte.",
    },
    profile: {
      changed: "Vous avez modifié votre profil.",
    },
    passkey: {
      registered: "Vous avez ajouté la clé d’accès <passkey></passkey>.",
      registration_failed: "Une clé d’accès n’a pas pu être ajoutée.",
      counter_regressed: "<passkey></passkey> a peut-être été copiée : son compteur n’a pas augmenté.",
      renamed: "Vous avez renommé la clé d’accès « <from></from> » en « <to></to> ».",
      removed: "Vous avez supprimé la clé d’accès <passkey></passkey>.",
      revoked: "Une personne de l’administration a révoqué la clé d’accès <passkey></passkey>.",
    },
    session: {
      created:
        "{method, select, passkey {Connexion avec <passkey></passkey>.} recovery_code {Connexion avec un code de secours.} recovery_link {Connexion avec un lien à usage unique de l’administration.} email_link {Connexion avec un lien reçu par e-mail.} device_approval {Connexion approuvée depuis un autre navigateur.} other {Connexion.}}",
      upgraded: "Vous avez confirmé cette connexion avec une nouvelle clé d’accès.",
      ended:
        "{by, select, sign_out {Vous vous êtes déconnecté.} sign_out_elsewhere {Vous avez déconnecté un autre navigateur.} too_many_accounts {Vous avez été déconnecté : un navigateur contenait trop de comptes.} passkey_removed {Un navigateur a été déconnecté avec la clé d’accès que vous avez supprimée.} passkey_revoked {Un navigateur a été déconnecté avec la clé d’accès révoquée.} administrator {Une personne de l’administration vous a déconnecté d’un navigateur.} user_disabled {Vous avez été déconnecté, car votre compte a été désactivé.} other {Un navigateur a été déconnecté.}}",
    },
    sign_in: {
      failed:
        "{reason, select, user_disabled {Une connexion avec <passkey></passkey> a été refusée : votre compte est désactivé.} counter {Une connexion avec <passkey></passkey> a été refusée : la clé d’accès a peut-être été copiée.} credential_revoked {Une connexion avec <passkey></passkey> a été refusée : cette clé d’accès a été supprimée.} other {Une connexion avec <passkey></passkey> n’a pas abouti.}}",
    },
    device_approval: {
      approved: "Vous avez laissé entrer un autre navigateur.",
      denied: "Vous avez refusé un autre navigateur.",
      refused: "Un navigateur que vous aviez accepté est arrivé trop tard ou a été refusé.",
    },
    recovery_codes: {
      created: "Vous avez créé de nouveaux codes de secours.",
    },
    recovery: {
      failed: "Une tentative d’entrer dans votre compte sans clé d’accès a été refusée.",
    },
    step_up: {
      succeeded: "Vous avez confirmé votre identité avec <passkey></passkey>.",
      failed: "Une confirmation de votre identité n’a pas abouti.",
    },
    consent: {
      granted: "Vous avez autorisé <app></app>.",
      denied: "Vous n’avez pas autorisé <app></app>.",
      revoked:
        "{self, select, yes {Vous avez retiré son accès à <app></app>.} other {Une personne de l’administration a retiré son accès à <app></app>.}}",
    },
    authorization: {
      issued: "Connexion à <app></app>.",
    },
    refresh_token: {
      replayed: "Un jeton de <app></app> a été utilisé deux fois : son accès a pris fin.",
    },
    code: {
      replayed: "Un code de connexion pour <app></app> a été utilisé deux fois : son accès a pris fin.",
    },
    device: {
      code_refused: "Vous avez saisi un code d’appareil qui ne fonctionne pas.",
      approved: "Vous avez connecté un appareil à votre compte pour <app></app>.",
      denied: "Vous avez refusé un appareil pour <app></app>.",
    },
    group: {
      manager_added: "Vous gérez maintenant le groupe <name></name>.",
      manager_removed: "Vous ne gérez plus le groupe <name></name>.",
      member_added: "Vous faites maintenant partie du groupe <name></name>.",
      member_removed: "Vous ne faites plus partie du groupe <name></name>.",
    },
    claim: {
      set: "Une personne de l’administration a défini « <name></name> », que les applications peuvent apprendre de vous.",
      removed:
        "Une personne de l’administration a retiré « <name></name> », que les applications pouvaient apprendre de vous.",
    },
    data: {
      exported: "Vous avez récupéré une copie de vos données.",
    },
    email: {
      requested: "Vous avez demandé un lien pour confirmer une adresse e-mail.",
      confirmed: "Vous avez confirmé votre adresse e-mail.",
      withdrawn: "Vous avez retiré le changement de votre adresse e-mail.",
    },
    recovery_link: {
      created: "Une personne de l’administration a créé un lien à usage unique vers votre compte.",
    },
    sign_in_link: {
      requested:
        "{failed, select, yes {Un lien de connexion a été demandé et n’a pas été envoyé.} other {Un lien de connexion a été envoyé à votre adresse e-mail.}}",
    },
    api_key: {
      created: "La clé d’API <name></name> a été créée en votre nom.",
      revoked: "La clé d’API <name></name> a été désactivée.",
    },
    outbox: {
      given_up: "Un e-mail n’a pas pu vous être remis.",
    },
  },
};
