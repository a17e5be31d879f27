/** The passkeys of all people in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminPasskeys as english } from "../en/admin-passkeys.ts";

export const adminPasskeys: Translated<typeof english> = {
  title: "Clés d’accès",
  lead: "Tout ce qui ouvre un compte ici.",
  searchLabel: "À qui : nom ou adresse e-mail",
  passkey: "Clé d’accès",
  person: "Personne",
  ofPerson: "{name} de {person}",
  model: "Modèle",
  anyModel: "Tous les modèles",
  unstatedModel: "Modèle non indiqué",
  kind: "Type",
  anyKind: "Tous les types",
  kinds: {
    synced: "Synchronisée",
    not_backed_up: "Pas encore sauvegardée",
    device_bound: "Sur un seul appareil",
    security_key: "Clé de sécurité",
  },
  state: "Utilisation",
  anyState: "Toutes celles qui fonctionnent",
  states: {
    never_used: "Jamais utilisée",
    unused: "Inutilisée depuis 90 jours",
    clone_suspected: "Copie suspectée",
    revoked: "Révoquée",
  },
  trust: "Preuve d’origine",
  anyTrust: "Toutes les preuves",
  trusts: {
    none: "Aucune",
    self: "Par elle-même",
    unverified: "Non vérifiée",
    trusted: "Prouvée",
  },
  used: "Dernière utilisation",
  added: "Ajoutée",
  copied: "Copie suspectée",
  copiedHint:
    "Lors d’une connexion, le compteur de chacune n’a pas augmenté, comme si une autre personne en avait une copie. Demandez à la personne si elle a restauré une sauvegarde ; sinon, révoquez la clé.",
  revokedBecause: "Révoquée : {reason}",
  revoke: "Révoquer",
  revokeSelected: "Révoquer la sélection",
  revokeSelectedTitle: "Révoquer les clés d’accès sélectionnées ?",
  revokeBody:
    "Elles cessent de fonctionner immédiatement, et les sessions qu’elles ont ouvertes prennent fin. Une personne sans autre clé d’accès aura besoin d’un lien de récupération.",
  revokeModel: "Révoquer tout ce modèle",
  revokeModelTitle: "Révoquer toutes les clés d’accès de {name} ?",
  revokeModelCount:
    "{count, plural, one {Cela met fin à # clé d’accès.} many {Cela met fin à # de clés d’accès.} other {Cela met fin à # clés d’accès.}}",
  revokeModelMany: "Cela met fin à plus de {count, number} clés d’accès.",
  revokeModelBody:
    "Elles cessent de fonctionner immédiatement, et les sessions qu’elles ont ouvertes prennent fin. Les personnes sans autre clé d’accès auront besoin d’un lien de récupération. Votre dernière clé d’accès et celle du dernier administrateur restent.",
  revokeModelConfirm: "Tout révoquer",
  reason: "Motif",
  reasonHint: "Conservé avec la clé d’accès et dans le journal d’audit.",
};
