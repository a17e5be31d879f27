/** Adding a passkey. */
import type { Translated } from "../../translated.ts";
import type { addPasskey as english } from "../en/add-passkey.ts";

export const addPasskey: Translated<typeof english> = {
  title: "Añadir una llave de acceso",
  body: "Tu navegador pregunta dónde guardarla: en este dispositivo, en tu teléfono o en una llave de seguridad.",
  create: "Crear la llave de acceso",
  createHint: "Nada cambia hasta que la llave de acceso esté guardada.",
  stepUpTitle: "Confirma que eres tú",
  stepUpBody: "Confirma que eres tú para añadir una llave de acceso a {account}. Vale durante 10 minutos.",
  confirm: "Confirmar con una llave de acceso",
  cancel: "Cancelar",
  done: "Listo",
  doneTitle: "Llave de acceso añadida",
  added: "Guardada como «{name}».",
};
