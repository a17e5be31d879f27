/** The list of apps in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminClients as english } from "../en/admin-clients.ts";

export const adminClients: Translated<typeof english> = {
  title: "Apps",
  lead: "Wobei sich Menschen über diese Instanz anmelden.",
  add: "App hinzufügen",
  searchLabel: "Name oder Client-ID",
  name: "Name",
  kind: "Art",
  groups: "Wer sie nutzen darf",
  everybody: "Alle",
  lastError: "Letzter Fehler",
  noError: "Keiner",
  state: "Status",
  source: "Registriert durch",
  anyState: "Jeder Status",
  anySource: "Jede Herkunft",
  empty: "Noch keine Apps",
  emptyBody:
    "Füge die erste hinzu: Wähle, was es ist, gib an, wo es läuft, und kopiere die Einstellungen hinein.",
  kinds: {
    public: "Öffentlich",
    confidential: "Vertraulich",
    service: "Maschine",
  },
  states: {
    enabled: "Aktiv",
    disabled: "Gesperrt",
  },
  sources: {
    manual: "Verwaltung",
    dynamic: "Die App selbst",
    metadata_document: "Ihr eigenes Dokument",
  },
};
