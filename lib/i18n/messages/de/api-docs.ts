/** The page about the API. */
import type { Translated } from "../../translated.ts";
import type { apiDocs as english } from "../en/api-docs.ts";

export const apiDocs: Translated<typeof english> = {
  title: "API",
  lead: "Was Programme hier können. Jede Operation wird gegen diese Beschreibung geprüft.",
  contents: "Inhalt",
  search: "Operationen suchen",
  nothing: "Nichts passt dazu.",
  document: "Das OpenAPI-3.1-Dokument",
  english: "Die Operationen sind auf Englisch beschrieben.",
  keys: "Programme der Verwaltung schicken einen API-Schlüssel als Bearer-Token. Er darf, was seine Berechtigungen nennen, und wird in der Verwaltung unter System angelegt.",
  envelope:
    "Antworten sind JSON mit „data“; eine Ablehnung hat „error“ mit einem Code, nach dem sich Programme richten, und einer Meldung. Die Anfrage-ID findet beides im Log.",
  pages:
    "Listen gehen seitenweise: „limit“ sagt, wie viele, und „nextCursor“ einer Seite ist „after“ der nächsten.",
  repeats:
    "Ein Aufruf mit Idempotency-Key darf wiederholt werden und geschieht einmal. Mit einem ETag in If-Match scheitert eine Änderung, wenn jemand schneller war.",
  access: {
    anyone: "Alle",
    optional: "Alle; mehr für Angemeldete",
    session: "Eine Sitzung",
    key: "Ein API-Schlüssel oder eine Sitzung",
  },
  permission: "Berechtigung:",
  parameters: "Parameter",
  body: "Inhalt",
  file: "Inhalt: eine Datei",
  answer: "Antwort",
  refusals: "Ablehnungen",
  example: "Beispiel",
  required: "erforderlich",
  link: "API-Referenz",
};
