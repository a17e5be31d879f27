/** The page about the API. */
import type { Translated } from "../../translated.ts";
import type { apiDocs as english } from "../en/api-docs.ts";

export const apiDocs: Translated<typeof english> = {
  title: "API",
  lead: "Ce que les programmes peuvent faire ici. Chaque opération est vérifiée d’après cette description.",
  contents: "Sommaire",
  search: "Rechercher une opération",
  nothing: "Aucun résultat.",
  document: "Le document OpenAPI 3.1",
  english: "Les opérations sont décrites en anglais.",
  keys: "Les programmes d’administration envoient une clé d’API comme jeton porteur. Elle permet ce que nomment ses droits et se crée dans l’administration, sous Système.",
  envelope:
    "Les réponses sont en JSON, sous « data » ; un refus donne sous « error » un code à traiter et un message. L’identifiant de la requête retrouve l’un et l’autre dans le journal.",
  pages:
    "Les listes vont page par page : « limit » dit combien, et « nextCursor » d’une page est « after » de la suivante.",
  repeats:
    "Un appel avec une Idempotency-Key peut être répété et n’a lieu qu’une fois. Un ETag dans If-Match fait échouer une modification si quelqu’un a été plus rapide.",
  access: {
    anyone: "Tout le monde",
    optional: "Tout le monde ; davantage pour les personnes connectées",
    session: "Une session",
    key: "Une clé d’API ou une session",
  },
  permission: "Droit :",
  parameters: "Paramètres",
  body: "Corps",
  file: "Corps : un fichier",
  answer: "Réponse",
  refusals: "Refus",
  example: "Exemple",
  required: "obligatoire",
  link: "Référence de l’API",
};
