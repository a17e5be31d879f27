/** An account that an administrator has shut. */
import type { Translated } from "../../translated.ts";
import type { disabledAccount as english } from "../en/disabled-account.ts";

export const disabledAccount: Translated<typeof english> = {
  title: "Ce compte est désactivé",
  body: "Votre clé d’accès est la bonne, mais personne ne peut se connecter à ce compte pour le moment.",
  help: "Adressez-vous aux responsables de {instance} : la personne ou l’entreprise qui vous a donné cette adresse peut le réactiver.",
  another: "Utiliser un autre compte",
};
