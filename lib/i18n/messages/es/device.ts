/** Letting in a device without a browser. */
import type { Translated } from "../../translated.ts";
import type { device as english } from "../en/device.ts";

export const device: Translated<typeof english> = {
  title: "Conectar un dispositivo",
  lead: "Escribe el código que muestra tu dispositivo.",
  leadWithCode: "Comprueba que tu dispositivo muestra exactamente este código.",
  code: "Código",
  codeHint: "Ocho letras. Las mayúsculas y el guion no importan.",
  unknownCode: "Ningún dispositivo espera con este código. Compruébalo o empieza de nuevo en el dispositivo.",
  continue: "Continuar",
  question: "¿Conectar un dispositivo a <app></app>?",
  account: "Iniciaría sesión como {name} ({username}).",
  askedFrom: "Solicitado desde",
  askedWith: "Solicitado con",
  asked: "Solicitado",
  warning:
    "Continúa solo si lo has empezado tú, en un dispositivo que tienes delante. Si alguien te envió el código o un enlace, puede ser un truco para usar tu cuenta.",
  allow: "Lo he empezado yo: permitir",
  decline: "Rechazar",
  allowedTitle: "Tu dispositivo está conectado",
  allowedBody: "Sigue en él. Puedes cerrar esta página.",
  declinedTitle: "No se ha dejado entrar al dispositivo",
  declinedBody: "Nadie ha obtenido nada. Puedes cerrar esta página.",
  goneTitle: "El dispositivo ya no espera",
  goneBody: "Ha tardado demasiado, o la pregunta ya se respondió. Empieza de nuevo en el dispositivo.",
  again: "Escribir otro código",
};
