/** The list of people in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminUsers as english } from "../en/admin-users.ts";

export const adminUsers: Translated<typeof english> = {
  title: "Personas",
  lead: "Todas las personas que tienen una cuenta aquí.",
  caption: "Personas",
  name: "Nombre",
  role: "Función",
  status: "Estado",
  passkeys: "Llaves de acceso",
  seen: "Último acceso",
  created: "Alta",
  searchLabel: "Nombre o dirección de correo",
  anyRole: "Cualquier función",
  anyStatus: "Cualquier estado",
  roles: {
    user: "Persona",
    auditor: "Auditoría",
    helpdesk: "Asistencia",
    admin: "Administración",
  },
  states: {
    active: "Activa",
    disabled: "Desactivada",
    never_seen: "Nunca ha entrado",
    no_passkey: "Sin llave de acceso",
    one_passkey: "Con una sola llave de acceso",
  },
};
