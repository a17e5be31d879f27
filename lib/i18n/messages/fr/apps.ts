/** The apps that somebody signed in to, and the ones that they may go to. */
import type { Translated } from "../../translated.ts";
import type { apps as english } from "../en/apps.ts";

export const apps: Translated<typeof english> = {
  title: "Applications",
  lead: "Les applications où vous vous êtes connecté avec ce compte, et ce que chacune voit de vous.",
  open: "Ouvrir {app}",
  firstParty: "Fait partie de {instance}",
  selfRegistered: "S’est enregistrée elle-même",
  disabled: "Désactivée",
  firstAllowed: "Depuis le <when></when>",
  lastUsed: "dernière connexion : {relative}",
  sees: "Voit : {claims}",
  maySee: "Peut voir : {claims}",
  seesNothing: "Ne voit qu’un identifiant qui distingue votre compte des autres.",
  exactly: "Quoi exactement ?",
  exactlyNamed: "Que voit exactement {app} ?",
  offline: "Elle peut continuer à l’utiliser en votre absence.",
  resources: "Elle peut utiliser ces services en votre nom :",
  revoke: "Retirer l’accès",
  revokeNamed: "Retirer l’accès de {app}",
  revokeTitle: "Retirer l’accès de {app} ?",
  revokeBody:
    "{app} ne pourra plus utiliser votre compte, même en votre absence, et devra vous déconnecter. Ce qu’elle sait déjà, elle peut le garder. Si vous vous y reconnectez, elle vous redemandera votre accord.",
  revokeBodyFirstParty:
    "{app} perd maintenant son accès, même en votre absence, et devra vous déconnecter. Comme elle fait partie de {instance}, elle le retrouvera sans vous le demander dès que vous vous y connecterez.",
  keep: "Le conserver",
  revoked: "L’accès est retiré.",
  empty: "Aucune application pour l’instant",
  emptyBody:
    "Quand vous vous connectez à une application avec ce compte, elle apparaît ici avec ce qu’elle voit de vous.",
};
