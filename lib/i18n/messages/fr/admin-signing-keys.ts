/** The issuer’s signing keys in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminSigningKeys as english } from "../en/admin-signing-keys.ts";

export const adminSigningKeys: Translated<typeof english> = {
  title: "Clés de signature",
  lead: "Latchkey s’en sert pour signer ce qu’il dit aux applications. Elles changent d’elles-mêmes.",
  algorithms: {
    RS256: "RSA. Compris par toutes les applications.",
    ES256: "ECDSA sur P-256. Plus court, pour les applications qui le demandent.",
    EdDSA: "Ed25519. Le plus moderne, pour les applications qui le demandent.",
  },
  states: {
    next: "Suivante",
    active: "Signe",
    retiring: "En retrait",
    retired: "Retirée",
    revoked: "Révoquée",
  },
  isNext:
    "Publiée depuis le <when></when>, pour que les applications la connaissent ; peut signer à partir du <from></from>.",
  isActive: "Signe depuis le <when></when>. Passera la main comme prévu le <until></until>.",
  isHandingOver: "Signe depuis le <when></when>. Doit passer la main, ce sera fait le <until></until>.",
  isRetiring:
    "A signé jusqu’au <when></when>. Reste publiée jusqu’au <until></until>, quand le dernier jeton qu’elle a signé aura expiré.",
  isRetired: "A signé à partir du <when></when>, retirée le <until></until>.",
  wasRevoked: "Révoquée le <when></when>. Rien de ce qu’elle a signé n’est cru.",
  retired: "{count, plural, one {# ancienne clé} many {# d’anciennes clés} other {# anciennes clés}}",
  rotate: "Changer maintenant",
  rotateTitle: "Laisser les clés suivantes prendre le relais ?",
  rotateBody:
    "Personne n’est déconnecté et les jetons restent valables. Une clé que les applications ne connaissent peut-être pas encore prend le relais dès qu’elle a été publiée assez longtemps.",
  which: "Lesquelles",
  allAlgorithms: "Tous les algorithmes",
  revoke: "Révoquer",
  revokeNamed: "Révoquer {kid}",
  revokeTitle: "Révoquer la clé {kid} ?",
  revokeBody:
    "Pour une clé que quelqu’un d’autre possède peut-être. En quelques minutes, les applications refusent tous les jetons qu’elle a signés, et tout le monde s’y reconnecte. C’est irréversible.",
  revokeRetired:
    "Elle ne signe plus rien. La révoquer consigne que rien de ce qu’elle a signé ne doit être cru. C’est irréversible.",
  effects: "Ce qu’un changement fait aux applications",
  bySchedule:
    "{days, plural, one {Chaque clé signe pendant # jour, puis la suivante prend le relais.} many {Chaque clé signe pendant # de jours, puis la suivante prend le relais.} other {Chaque clé signe pendant # jours, puis la suivante prend le relais.}} Les deux sont publiées bien avant et bien après.",
  appsFetch:
    "Les applications récupèrent les clés elles-mêmes et ne remarquent rien. Connexions et jetons continuent.",
  appsPinned:
    "Une application où une clé a été collée à la main échoue au changement : faites-lui utiliser l’adresse ci-dessous.",
  whenToRevoke: "Ne révoquez que si une clé a pu fuiter. Pour changer sereinement, utilisez le changement.",
  published: "Voir ce qui est publié (JWKS)",
};
