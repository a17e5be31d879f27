/** Choosing among the accounts of a browser. */
import type { Translated } from "../../translated.ts";
import type { chooseAccount as english } from "../en/choose-account.ts";

export const chooseAccount: Translated<typeof english> = {
  title: "Choisir un compte",
  toApp: "Choisir un compte pour {app}",
  lead: "Vous êtes connecté avec ces comptes dans ce navigateur.",
  leadOne: "Vous êtes connecté avec ce compte dans ce navigateur.",
  current: "Utilisé en ce moment",
  hinted: "Proposé par l’application",
  another: "Utiliser un autre compte",
};
