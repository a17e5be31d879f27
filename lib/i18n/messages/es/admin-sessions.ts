/** The sessions of all people in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminSessions as english } from "../en/admin-sessions.ts";

export const adminSessions: Translated<typeof english> = {
  title: "Sesiones",
  lead: "Los navegadores en los que alguien tiene la sesión iniciada ahora.",
  searchLabel: "Nombre, correo o dirección IP",
  person: "Persona",
  device: "Dispositivo",
  method: "Iniciada con",
  started: "Inicio",
  seen: "Última actividad",
  apps: "Aplicaciones",
  onDevice: "{person}, {device}",
  fromAddress: "Todas desde {ip}",
  app: "Aplicación",
  anyApp: "Cualquier aplicación",
  state: "Estado",
  anyState: "Cualquier estado",
  states: {
    in_use: "En uso",
    idle: "Inactiva",
    weaker: "Sin llave de acceso",
  },
  age: "Antigüedad",
  anyAge: "Cualquier antigüedad",
  ages: {
    day: "Más de un día",
    week: "Más de una semana",
    month: "Más de 30 días",
  },
  methods: {
    passkey: "Llave de acceso",
    recovery_code: "Código de recuperación",
    recovery_link: "Enlace de recuperación",
    email_link: "Enlace por correo",
    device_approval: "Otro navegador",
  },
  end: "Cerrarlas",
  endSelected: "Cerrar las seleccionadas",
  endTitle: "¿Cerrar las sesiones seleccionadas?",
  endBody:
    "Esos navegadores salen al instante, y también las aplicaciones que se abrieron en ellos, si lo admiten. Las personas pueden volver a iniciar sesión.",
};
