/** What people let apps have, in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminConsents as english } from "../en/admin-consents.ts";

export const adminConsents: Translated<typeof english> = {
  title: "Consentimientos",
  lead: "Lo que las personas han concedido a las aplicaciones.",
  client: "Aplicación",
  anyClient: "Cualquier aplicación",
  person: "Persona",
  scopes: "Puede tener",
  nothing: "Nada más que el inicio de sesión",
  changed: "Último cambio",
  given: "Consentimiento",
  asked: "Dado por la persona",
  firstParty: "No se pidió: es nuestra propia aplicación",
  revoke: "Revocar",
  revokeOne: "Revocar lo que {app} tiene de {person}",
  revokeTitle: "¿Revocar lo que {app} tiene de {person}?",
  revokeBody:
    "Sus tokens para esta persona terminan al instante, y volverá a preguntar en el próximo inicio de sesión.",
  empty: "Todavía no hay consentimientos",
  emptyBody: "Quien inicia sesión en una aplicación aparece aquí con lo que la aplicación puede tener.",
};
