/** Letting in a device without a browser. */
import type { Translated } from "../../translated.ts";
import type { device as english } from "../en/device.ts";

export const device: Translated<typeof english> = {
  title: "Gerät verbinden",
  lead: "Gib den Code ein, den dein Gerät zeigt.",
  leadWithCode: "Prüfe, ob dein Gerät genau diesen Code zeigt.",
  code: "Code",
  codeHint: "Acht Buchstaben. Großschreibung und Bindestrich sind egal.",
  unknownCode: "Auf diesen Code wartet kein Gerät. Prüfe ihn oder fang am Gerät noch einmal an.",
  continue: "Weiter",
  question: "Ein Gerät mit <app></app> verbinden?",
  account: "Es würde als {name} ({username}) angemeldet.",
  askedFrom: "Angefragt von",
  askedWith: "Angefragt mit",
  asked: "Angefragt",
  warning:
    "Mach nur weiter, wenn du das selbst angefangen hast, an einem Gerät, das vor dir steht. Wenn dir jemand den Code oder einen Link geschickt hat, kann das ein Trick sein, um an dein Konto zu kommen.",
  allow: "Das war ich: erlauben",
  decline: "Ablehnen",
  allowedTitle: "Dein Gerät ist verbunden",
  allowedBody: "Mach dort weiter. Diese Seite kannst du schließen.",
  declinedTitle: "Das Gerät wurde nicht eingelassen",
  declinedBody: "Niemand hat etwas bekommen. Diese Seite kannst du schließen.",
  goneTitle: "Das Gerät wartet nicht mehr",
  goneBody: "Es hat zu lange gedauert, oder die Frage wurde schon beantwortet. Fang am Gerät noch einmal an.",
  again: "Anderen Code eingeben",
};
