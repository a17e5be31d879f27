/** Making the first administrator. */
import type { Translated } from "../../translated.ts";
import type { setUp as english } from "../en/set-up.ts";

export const setUp: Translated<typeof english> = {
  title: "Configurar {instance}",
  lead: "Crea la primera cuenta de administración. Este enlace funciona una sola vez.",
  ownership:
    "Las llaves de acceso pertenecerán a <host>{rpId}</host>. Si eso cambia más adelante, dejarán de valer todas.",
  secure: "La conexión con esta dirección es segura.",
  local: "La dirección está en tu propio equipo.",
  button: "Crear la primera llave de acceso",
  invalidTitle: "Este enlace de configuración no funciona",
  invalidBody: "Ya se ha usado o ha caducado.",
  invalidHelp: "Quien gestiona el servidor crea uno nuevo con:",
  doneAlready: "Si aquí ya hay una cuenta de administración, no se da ningún enlace nuevo.",
};
