/** Why an app may not be used. */
import type { Translated } from "../../translated.ts";
import type { noAccess as english } from "../en/no-access.ts";

export const noAccess: Translated<typeof english> = {
  title: "Sin acceso a {app}",
  pageTitle: "Sin acceso",
  group: "Tu cuenta no está en ningún grupo que pueda usar {app}.",
  groupHelp: "Pide a quien gestiona {instance} que te añada, o usa otra cuenta.",
  user_verification: "{app} pide una llave de acceso que compruebe tu huella, tu cara o tu PIN.",
  user_verificationHelp: "La que usaste no lo hizo. Inténtalo de nuevo o usa otra llave de acceso.",
  device_bound:
    "{app} pide una llave de acceso que no pueda salir de su dispositivo, como la de una llave de seguridad.",
  device_boundHelp: "La que usaste se sincroniza entre dispositivos. Usa otra llave de acceso.",
  account: "Has iniciado sesión como",
  anotherPasskey: "Usar otra llave de acceso",
  anotherAccount: "Usar otra cuenta",
  back: "Volver a {app}",
};
