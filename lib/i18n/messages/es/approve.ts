/** Letting in a browser that waits, from one with a passkey. */
import type { Translated } from "../../translated.ts";
import type { approve as english } from "../en/approve.ts";

export const approve: Translated<typeof english> = {
  title: "¿Dejar entrar a otro navegador?",
  pageTitle: "Dejar entrar a otro navegador",
  enterLead: "Escribe el código que muestra la otra pantalla.",
  code: "Código",
  codeHint: "Doce letras. Las mayúsculas y los guiones no importan.",
  unknownCode:
    "Ningún navegador espera con este código. Puede que haya caducado o que ya se haya respondido.",
  tooMany: "Demasiados códigos incorrectos. Espera unos minutos e inténtalo de nuevo.",
  continue: "Continuar",
  confirmTitle: "Confirma que eres tú",
  confirmBody: "Confirma que eres tú para dejar entrar a otro navegador. Verás cuál antes de decidir.",
  confirm: "Confirmar con una llave de acceso",
  confirmed: "Confirmado. Un momento…",
  account: "Iniciaría sesión como",
  notYou: "¿No eres tú?",
  switchAccount: "Usar otra cuenta",
  compare: "La otra pantalla debe mostrar",
  device: "Navegador",
  unknownDevice: "Desconocido",
  ip: "Dirección de red",
  asked: "Solicitado",
  warning: "Aprueba solo si lo has empezado tú ahora mismo.",
  warningBody:
    "Quien esté ante ese navegador entrará como tú. Si alguien te ha enviado el código o un enlace, es un engaño: rechaza.",
  otherNetwork:
    "Ese navegador está en otra red que este. Es habitual con datos móviles. Si no, es señal de que lo pide otra persona.",
  approve: "Aprobar",
  deny: "Rechazar",
  approvedTitle: "El navegador puede entrar",
  approvedBody: "Sigue allí. Puedes cerrar esta página.",
  deniedTitle: "No se ha dejado entrar al navegador",
  deniedBody: "Nadie ha obtenido nada. Puedes cerrar esta página.",
  roleTitle: "No con esta cuenta",
  roleBody:
    "Las cuentas que ayudan a gestionar {instance} no pueden dejar entrar así a un navegador: depende demasiado de ellas. Inicia sesión allí con tu teléfono mediante el código QR del propio navegador, o con una llave de seguridad.",
};
