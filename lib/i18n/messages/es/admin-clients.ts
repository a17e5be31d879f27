/** The list of apps in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminClients as english } from "../en/admin-clients.ts";

export const adminClients: Translated<typeof english> = {
  title: "Aplicaciones",
  lead: "Aquello en lo que se inicia sesión a través de esta instancia.",
  add: "Añadir una aplicación",
  searchLabel: "Nombre o ID de cliente",
  name: "Nombre",
  kind: "Tipo",
  groups: "Quién puede usarla",
  everybody: "Todo el mundo",
  lastError: "Último error",
  noError: "Ninguno",
  state: "Estado",
  source: "Registrada por",
  anyState: "Cualquier estado",
  anySource: "Cualquier origen",
  empty: "Todavía no hay aplicaciones",
  emptyBody: "Añade la primera: elige qué es, di dónde funciona y copia en ella los ajustes.",
  kinds: {
    public: "Pública",
    confidential: "Confidencial",
    service: "Máquina",
  },
  states: {
    enabled: "Activa",
    disabled: "Desactivada",
  },
  sources: {
    manual: "Administración",
    dynamic: "La propia aplicación",
    metadata_document: "Su propio documento",
  },
};
