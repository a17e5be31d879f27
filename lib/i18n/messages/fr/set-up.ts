/** Making the first administrator. */
import type { Translated } from "../../translated.ts";
import type { setUp as english } from "../en/set-up.ts";

export const setUp: Translated<typeof english> = {
  title: "Configurer {instance}",
  lead: "Créez le premier compte d’administration. Ce lien ne fonctionne qu’une fois.",
  ownership:
    "Les clés d’accès appartiendront à <host>{rpId}</host>. Changer cela plus tard les rend toutes inutilisables.",
  secure: "La connexion à cette adresse est sûre.",
  local: "L’adresse se trouve sur votre propre machine.",
  button: "Créer la première clé d’accès",
  invalidTitle: "Ce lien de configuration ne fonctionne pas",
  invalidBody: "Il a déjà été utilisé, ou il a expiré.",
  invalidHelp: "La personne qui gère le serveur en crée un nouveau avec :",
  doneAlready: "S’il existe déjà un compte d’administration ici, aucun nouveau lien n’est donné.",
};
