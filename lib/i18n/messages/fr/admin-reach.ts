/** Ways through the administration by keyboard, and lists as files. */
import type { Translated } from "../../translated.ts";
import type { adminReach as english } from "../en/admin-reach.ts";

export const adminReach: Translated<typeof english> = {
  palette: {
    open: "Aller à…",
    title: "Aller à une page, une personne, un groupe ou une application",
    placeholder: "Nom ou adresse e-mail",
    none: "Aucun résultat.",
    searching: "Recherche…",
    found: "Résultats : {count}",
    failed: "La recherche n’a pas fonctionné. Réessayez.",
  },
  keys: {
    button: "Clavier",
    title: "Raccourcis clavier",
    lead: "Dans les listes, tant que vous n’écrivez pas.",
    use: "Utiliser des touches seules",
    search: "Aller à la recherche",
    move: "Ligne suivante et précédente",
    select: "Sélectionner la ligne",
    open: "Ouvrir la ligne",
    help: "Afficher cette aide",
    palette: "Aller n’importe où",
  },
  export: {
    csv: "CSV",
    jsonl: "JSON Lines",
    label: "Exporter les résultats",
    as: "Exporter les résultats en {format}",
    running: "Entrées : {count} · {size}",
    done: "Exporté. Entrées : {count} · {size}",
  },
};
