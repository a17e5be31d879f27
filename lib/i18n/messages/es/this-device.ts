/** A passkey of this device's own, offered after a sign-in with one from elsewhere. */
import type { Translated } from "../../translated.ts";
import type { thisDevice as english } from "../en/this-device.ts";

export const thisDevice: Translated<typeof english> = {
  title: "¿Añadir una llave de acceso en este dispositivo?",
  lead: "Ya estás dentro, con una llave de acceso de otro dispositivo. Con una aquí no lo necesitarás la próxima vez.",
  own: "Solo en un dispositivo tuyo: quien pueda desbloquearlo podría entrar como tú.",
  add: "Añadir una llave de acceso aquí",
  hint: "No se te volverá a preguntar en este navegador durante 30 días.",
  notNow: "Ahora no",
};
