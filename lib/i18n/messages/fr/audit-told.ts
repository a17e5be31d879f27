/** The events of the trail in sentences, for who reads what others did. Names are filled in where the tags stand. */
import type { Translated } from "../../translated.ts";
import type { auditTold as english } from "../en/audit-told.ts";

export const auditTold: Translated<typeof english> = {
  instance: { set_up: "<person></person> a mis en place cette instance." },
  set_up_link: { created: "<actor></actor> a créé un lien de mise en place de cette instance." },
  invitation: {
    created:
      "{named, select, yes {<actor></actor> a invité <name></name>.} other {<actor></actor> a créé une invitation.}}",
    revoked: "<actor></actor> a retiré une invitation.",
    used: "<person></person> a utilisé une invitation.",
  },
  users: { exported: "<actor></actor> a exporté la liste des personnes." },
  user: {
    created:
      "{via, select, invitation {<person></person> a créé un compte sur invitation.} set_up {<person></person> a créé le premier compte.} other {<person></person> a créé un compte.}}",
    changed: "<actor></actor> a modifié le profil de <person></person>.",
    disabled: "<actor></actor> a désactivé le compte de <person></person>.",
    enabled: "<actor></actor> a réactivé le compte de <person></person>.",
    deleted:
      "{self, select, yes {<actor></actor> a supprimé son propre compte.} other {<actor></actor> a supprimé le compte de <person></person>.}}",
    role_changed:
      "<actor></actor> a changé le rôle de <person></person> de « <from></from> » en « <to></to> ».",
  },
  profile: { changed: "<person></person> a modifié son profil." },
  data: { exported: "<actor></actor> a récupéré une copie de ses données." },
  email: {
    requested: "<person></person> a demandé un lien pour confirmer une adresse e-mail.",
    confirmed: "<person></person> a confirmé une adresse e-mail.",
    withdrawn: "<person></person> a retiré une nouvelle adresse e-mail.",
  },
  passkey: {
    registered: "<person></person> a ajouté la clé d’accès <passkey></passkey>.",
    registration_failed:
      "{known, select, yes {<person></person> n’a pas pu ajouter de clé d’accès.} other {Une clé d’accès n’a pas pu être ajoutée.}}",
    counter_regressed:
      "La clé d’accès <passkey></passkey> de <person></person> a peut-être été copiée : son compteur n’a pas augmenté.",
    renamed: "<person></person> a renommé la clé d’accès « <from></from> » en « <to></to> ».",
    removed: "<person></person> a supprimé la clé d’accès <passkey></passkey>.",
    revoked: "<actor></actor> a révoqué la clé d’accès <passkey></passkey> de <person></person>.",
  },
  conformance: {
    registered: "Le test de conformité a ajouté une clé d’accès.",
    registration_failed: "Une clé d’accès du test de conformité a été refusée.",
    assertion_verified: "Le test de conformité a ouvert une session.",
    assertion_failed: "Une connexion du test de conformité a été refusée.",
  },
  session: {
    created:
      "{method, select, passkey {<person></person> a ouvert une session avec <passkey></passkey>.} recovery_code {<person></person> a ouvert une session avec un code de secours.} recovery_link {<person></person> a ouvert une session avec un lien de récupération.} email_link {<person></person> a ouvert une session avec un lien reçu par e-mail.} device_approval {<person></person> a ouvert une session approuvée depuis un autre navigateur.} other {<person></person> a ouvert une session.}}",
    upgraded: "<person></person> a confirmé une connexion avec la nouvelle clé d’accès <passkey></passkey>.",
    ended:
      "{by, select, sign_out {<person></person> a fermé sa session.} sign_out_elsewhere {<person></person> a déconnecté un autre navigateur.} too_many_accounts {La session de <person></person> a pris fin : un navigateur contenait trop de comptes.} passkey_removed {Une session de <person></person> a pris fin avec la clé d’accès supprimée.} passkey_revoked {Une session de <person></person> a pris fin avec la clé d’accès révoquée.} administrator {<actor></actor> a déconnecté <person></person> d’un navigateur.} user_disabled {La session de <person></person> a pris fin, car le compte a été désactivé.} account_deleted {La session de <person></person> a pris fin, car le compte a été supprimé.} app_revoked {La session de <person></person> dans une application a pris fin avec l’accès de celle-ci.} other {Une session de <person></person> a pris fin.}}",
  },
  sign_in: {
    failed:
      "{known, select, yes {Une connexion de <person></person> a échoué.} other {Une connexion a échoué.}}",
  },
  device_approval: {
    requested: "Un navigateur a demandé à être approuvé depuis un autre.",
    approved: "<person></person> a laissé entrer un autre navigateur.",
    denied: "<person></person> a refusé un autre navigateur.",
    refused: "Un navigateur accepté par <person></person> est arrivé trop tard ou a été refusé.",
  },
  recovery_codes: { created: "<person></person> a créé de nouveaux codes de secours." },
  recovery_link: { created: "<actor></actor> a créé un lien de récupération pour <person></person>." },
  sign_in_link: {
    requested:
      "{failed, select, yes {Un lien de connexion a été demandé et n’a pas été envoyé.} other {Un lien de connexion a été envoyé à <person></person>.}}",
  },
  recovery: {
    failed:
      "{known, select, yes {Une tentative de récupérer le compte de <person></person> a échoué.} other {Une tentative de récupérer un compte a échoué.}}",
  },
  step_up: {
    succeeded: "<person></person> a confirmé son identité avec <passkey></passkey>.",
    failed:
      "{known, select, yes {Une confirmation de <person></person> a échoué.} other {Une confirmation par clé d’accès a échoué.}}",
  },
  client: {
    test_finished:
      "{failed, select, yes {Une connexion d’essai à <app></app> par <actor></actor> n’a pas abouti.} other {<actor></actor> a testé la connexion à <app></app>.}}",
    test_begun: "<actor></actor> a commencé une connexion d’essai à <app></app>.",
    logo_removed: "<actor></actor> a supprimé le logo de <app></app>.",
    logo_set: "<actor></actor> a donné un nouveau logo à <app></app>.",
    created: "<actor></actor> a ajouté l’application <app></app>.",
    updated: "<actor></actor> a modifié l’application <app></app>.",
    disabled: "<actor></actor> a désactivé l’application <app></app>.",
    enabled: "<actor></actor> a réactivé l’application <app></app>.",
    deleted: "<actor></actor> a supprimé l’application <app></app>.",
    groups_changed: "<actor></actor> a changé les groupes qui peuvent utiliser <app></app>.",
    secret_added: "<actor></actor> a créé un nouveau secret pour <app></app>.",
    secret_removed: "<actor></actor> a supprimé un secret de <app></app>.",
    registration_refused: "Une application n’a pas pu s’enregistrer.",
    document_refused: "La description de <app></app> n’a pas pu être utilisée.",
    authentication_failed: "<app></app> n’a pas pu prouver son identité.",
  },
  registration_token: {
    created: "<actor></actor> a créé le jeton <name></name>, avec lequel des applications s’enregistrent.",
    removed:
      "<actor></actor> a supprimé le jeton <name></name>, avec lequel des applications s’enregistraient.",
  },
  consent: {
    granted: "<person></person> a autorisé <app></app>.",
    denied:
      "{known, select, yes {<person></person> n’a pas autorisé <app></app>.} other {<app></app> n’a pas reçu d’autorisation.}}",
    revoked:
      "{self, select, yes {<person></person> a retiré son accès à <app></app>.} other {<actor></actor> a retiré à <app></app> l’accès que <person></person> avait donné.}}",
  },
  authorization: {
    issued: "<person></person> a ouvert une session dans <app></app>.",
    refused:
      "{known, select, yes {Une connexion de <person></person> à <app></app> a été refusée.} other {Une connexion à <app></app> a été refusée.}}",
  },
  token: {
    issued:
      "{known, select, yes {<app></app> a reçu des jetons pour <person></person>.} other {<app></app> a reçu un jeton à son nom.}}",
    refused: "<app></app> a demandé des jetons sans en recevoir.",
    revoked: "<app></app> a mis fin à un jeton.",
  },
  refresh_token: {
    replayed:
      "Un jeton de rafraîchissement de <app></app> a été utilisé deux fois ; son accès pour <person></person> a pris fin.",
  },
  code: {
    replayed:
      "{known, select, yes {Un code de connexion de <person></person> pour <app></app> a été utilisé deux fois ; son accès a pris fin.} other {Un code de connexion pour <app></app> a été utilisé deux fois.}}",
  },
  device: {
    requested: "Un appareil a demandé à être connecté pour <app></app>.",
    refused: "Un appareil qui demandait à être connecté pour <app></app> a été refusé.",
    code_refused:
      "{known, select, yes {<person></person> a saisi un code d’appareil qui ne fonctionne pas.} other {Quelqu’un a saisi un code d’appareil qui ne fonctionne pas.}}",
    approved: "<person></person> a connecté un appareil pour <app></app>.",
    denied: "<person></person> a refusé un appareil pour <app></app>.",
  },
  signing_key: {
    created: "<actor></actor> a créé la clé de signature <kid></kid>.",
    activated: "La clé de signature <kid></kid> signe désormais.",
    rotation_requested: "<actor></actor> a demandé de nouvelles clés de signature.",
    retired: "La clé de signature <kid></kid> a été retirée.",
    revoked: "<actor></actor> a révoqué la clé de signature <kid></kid>.",
  },
  metadata: {
    loaded: "De nouvelles métadonnées d’authentificateurs ont été chargées.",
    refused: "De nouvelles métadonnées d’authentificateurs ont été refusées.",
  },
  settings: { changed: "<actor></actor> a modifié les règles d’inscription et de connexion." },
  attestation_policy: { changed: "<actor></actor> a changé les clés d’accès admises." },
  group: {
    created: "<actor></actor> a créé le groupe <group></group>.",
    changed: "<actor></actor> a modifié le groupe <group></group>.",
    deleted: "<actor></actor> a supprimé le groupe <group></group>.",
    manager_added: "<actor></actor> a confié la gestion du groupe <group></group> à <person></person>.",
    manager_removed: "<actor></actor> a retiré à <person></person> la gestion du groupe <group></group>.",
    member_added:
      "{self, select, yes {<person></person> a rejoint le groupe <group></group>.} other {<actor></actor> a ajouté <person></person> au groupe <group></group>.}}",
    member_removed:
      "{self, select, yes {<person></person> a quitté le groupe <group></group>.} other {<actor></actor> a retiré <person></person> du groupe <group></group>.}}",
  },
  claim: {
    set: "{known, select, yes {<actor></actor> a défini l’attribut <name></name> de <person></person>.} other {<actor></actor> a défini l’attribut <name></name> du groupe <group></group>.}}",
    removed:
      "{known, select, yes {<actor></actor> a supprimé l’attribut <name></name> de <person></person>.} other {<actor></actor> a supprimé l’attribut <name></name> du groupe <group></group>.}}",
  },
  branding: {
    reset: "<actor></actor> a rendu à cette instance son apparence d’origine.",
    image_removed: "<actor></actor> a supprimé une image de l’apparence de cette instance.",
    image_set: "<actor></actor> a choisi une image pour l’apparence de cette instance.",
    changed: "<actor></actor> a changé l’apparence de cette instance.",
  },
  mail: {
    tested:
      "{failed, select, yes {<actor></actor> a envoyé un e-mail d’essai, qui n’a pas été accepté.} other {<actor></actor> a envoyé un e-mail d’essai.}}",
  },
  outbox: {
    given_up:
      "{known, select, yes {Un message à <person></person> n’a pas pu être remis.} other {Un message n’a pas pu être remis.}}",
    retried: "<actor></actor> a fait réessayer un e-mail.",
    discarded: "<actor></actor> a supprimé un e-mail qui n’était pas arrivé.",
  },
  api_key: {
    created: "<actor></actor> a créé la clé d’API <name></name>.",
    revoked: "<actor></actor> a mis fin à la clé d’API <name></name>.",
  },
  audit: { exported: "<actor></actor> a exporté le journal d’audit." },
  list: {
    exported:
      "<actor></actor> a exporté {list, select, passkeys {la liste des clés d’accès} sessions {la liste des sessions} groups {la liste des groupes} apps {la liste des applications} other {une liste}}.",
  },
  rate_limit: { exceeded: "Trop de requêtes sont venues d’une même adresse." },
};
