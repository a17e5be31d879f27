/** Where somebody is signed in. */
import type { Translated } from "../../translated.ts";
import type { sessions as english } from "../en/sessions.ts";

export const sessions: Translated<typeof english> = {
  title: "Sesiones",
  lead: "Los navegadores en los que tienes la sesión iniciada. Al cerrar una, también se cierra en las aplicaciones que abriste en él, si lo admiten.",
  count: "{count, plural, one {# sesión} many {# de sesiones} other {# sesiones}}",
  thisBrowser: "Este navegador",
  idle: "Inactiva",
  unknownBrowser: "Navegador desconocido",
  methods: {
    passkey: "Sesión iniciada con <passkey></passkey>",
    recovery_code: "Sesión iniciada con un código de recuperación",
    recovery_link: "Sesión iniciada con un enlace de un solo uso de la administración",
    email_link: "Sesión iniciada con un enlace recibido por correo",
    device_approval: "Aceptada desde otro navegador",
  },
  somePasskey: "una llave de acceso",
  weaker: "Sin llave de acceso",
  lastActive: "Última actividad: {relative}",
  apps: "Aplicaciones: <names></names>",
  end: "Cerrar sesión",
  endNamed: "Cerrar sesión en {browser}",
  endTitle: "¿Cerrar la sesión de {browser}?",
  endBody: "Quien use ese navegador tendrá que volver a iniciar sesión con una de tus llaves de acceso.",
  ended: "La sesión de ese navegador se ha cerrado.",
  endOthers: "Cerrar las demás sesiones",
  endOthersTitle: "¿Cerrar las demás sesiones?",
  endOthersBody:
    "Todos los navegadores menos este tendrán que volver a iniciar sesión con una de tus llaves de acceso.",
  endedOthers: "Se han cerrado las demás sesiones.",
  onlyHere: "No tienes la sesión iniciada en ningún otro sitio.",
  keep: "Dejar como está",
};
