/** Ways through the administration by keyboard, and lists as files. */
import type { Translated } from "../../translated.ts";
import type { adminReach as english } from "../en/admin-reach.ts";

export const adminReach: Translated<typeof english> = {
  palette: {
    open: "Gehe zu…",
    title: "Zu einer Seite, Person, Gruppe oder App gehen",
    placeholder: "Name oder E-Mail-Adresse",
    none: "Nichts gefunden.",
    searching: "Suche…",
    found: "Gefunden: {count}",
    failed: "Die Suche hat nicht geklappt. Versuch es noch einmal.",
  },
  keys: {
    button: "Tastatur",
    title: "Tastenkürzel",
    lead: "In Listen, solange du nicht schreibst.",
    use: "Einzelne Tasten verwenden",
    search: "Zur Suche",
    move: "Nächste und vorige Zeile",
    select: "Zeile auswählen",
    open: "Zeile öffnen",
    help: "Dies zeigen",
    palette: "Irgendwohin gehen",
  },
  export: {
    csv: "CSV",
    jsonl: "JSON Lines",
    label: "Treffer exportieren",
    as: "Treffer als {format} exportieren",
    running: "Einträge: {count} · {size}",
    done: "Exportiert. Einträge: {count} · {size}",
  },
};
