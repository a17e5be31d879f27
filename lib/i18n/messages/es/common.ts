/** What several screens say. */
import type { Translated } from "../../translated.ts";
import type { common as english } from "../en/common.ts";

export const common: Translated<typeof english> = {
  backToSignIn: "Volver a iniciar sesión",
  email: "Correo electrónico",
  emailExample: "ana@example.com",
  expiredRequest: "Esta solicitud ha caducado",
  expiredRequestBody:
    "Estuvo abierta demasiado tiempo o ya se respondió. Vuelve a la aplicación y empieza de nuevo.",
  footerLinks: "Enlaces",
  help: "Ayuda:",
  noScriptTitle: "JavaScript está desactivado",
  noScript:
    "Las llaves de acceso necesitan JavaScript: solo así habla el navegador con tu dispositivo. Actívalo para esta dirección y recarga la página.",
  skipToContent: "Ir al contenido",
};
