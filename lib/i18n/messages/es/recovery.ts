/** Ways back in without a passkey, and the page on which they end. */
import type { Translated } from "../../translated.ts";
import type { recovery as english } from "../en/recovery.ts";

export const recovery: Translated<typeof english> = {
  byCode: "Usar un código de recuperación",
  byMail: "Recibir un enlace por correo",
  codeTitle: "Usar un código de recuperación",
  codeLead:
    "Si no puedes usar ninguna de tus llaves de acceso, uno de los códigos que guardaste te deja volver a entrar.",
  code: "Código de recuperación",
  codeHint: "Veinte letras y cifras. Las mayúsculas y los guiones dan igual.",
  codeProblem: "Este código no funciona. Compáralo con tu lista: cada uno sirve una sola vez.",
  continue: "Continuar",
  noCodes: "¿No tienes código? Pide a quien gestiona {instance} un enlace para volver a entrar.",
  mailTitle: "Recibir un enlace por correo",
  mailLead:
    "Enviamos un enlace a la dirección de tu cuenta. Funciona una vez, durante 15 minutos y solo en este navegador.",
  mailHint: "Solo reciben un enlace las direcciones confirmadas.",
  mailProblem: "Escribe una dirección de correo, por ejemplo ana@example.com.",
  mailButton: "Enviar el enlace",
  sentTitle: "Mira tu buzón",
  sentBody:
    "Si la dirección es de una cuenta que puede entrar así, hay un enlace en camino. Ábrelo en este navegador en menos de 15 minutos.",
  sentHelp:
    "¿No ha llegado nada? Mira en la carpeta de correo no deseado. Las cuentas con permisos especiales no reciben enlace, ni las direcciones que nunca se confirmaron.",
  linkTitle: "¿Iniciar sesión en esta cuenta?",
  linkLead: "Este enlace abre una cuenta, una sola vez:",
  linkWarning: "Sigue solo si esta cuenta es tuya. Si otra persona te envió el enlace, puede ser un engaño.",
  linkButton: "Iniciar sesión",
  linkCancel: "No iniciar sesión",
  deadTitle: "Este enlace no funciona",
  deadBody: "Ya se usó, otro más reciente lo sustituyó o ha caducado.",
  deadAsk: "Pide otro a quien gestiona {instance}.",
  mailAgain: "Recibir un enlace nuevo",
  otherBrowserTitle: "Abre el enlace donde lo pediste",
  otherBrowserBody:
    "Por tu seguridad, solo funciona en el navegador en el que lo pediste. Copia allí la dirección del enlace. Si no lo pediste, cierra esta página.",
  inTitle: "Ya estás dentro",
  inLead: "Añade ahora una llave de acceso para no volver a necesitar esto.",
  inAs: "Sesión iniciada como {name}",
  add: "Añadir una llave de acceso",
  addHint: "Tu navegador pregunta dónde guardarla. Puedes hacerlo aquí durante diez minutos.",
  confirmExisting: "Usar la llave de acceso de este dispositivo",
  skip: "Seguir sin llave de acceso",
  skipHint:
    "En el ordenador de otra persona no añadas ninguna: sigue sin ella y cierra la sesión después. La sesión dura una hora como máximo.",
  lateTitle: "Se acabó el tiempo para añadir una llave de acceso",
  lateBody:
    "Se puede durante los diez minutos después de volver a entrar. Para añadir una, vuelve a entrar otra vez.",
  addedTitle: "Llave de acceso añadida",
  addedBody: "Guardada como «{name}». A partir de ahora abre tu cuenta.",
  confirmedTitle: "Eres tú",
  confirmedBody: "Este dispositivo todavía tiene una llave de acceso tuya.",
  lostTitle: "¿Has perdido un dispositivo?",
  lostBody:
    "Quien lo tenga puede seguir dentro. Cierra la sesión en todos los demás sitios y elimina las llaves de acceso que ya no tengas.",
  endOthers:
    "{count, plural, one {Cerrar # sesión más} many {Cerrar # de sesiones más} other {Cerrar # sesiones más}}",
  endedOthers: "Has cerrado la sesión en todas partes menos aquí.",
  noOthers: "No tienes ninguna otra sesión abierta.",
  seePasskeys: "Ver tus llaves de acceso",
  codesLeft:
    "{count, plural, =0 {Era tu último código de recuperación.} one {Te queda # código de recuperación.} many {Te quedan # de códigos de recuperación.} other {Te quedan # códigos de recuperación.}}",
  noCodesYet: "Con códigos de recuperación vuelves a entrar sin pedírselo a nadie.",
  bannerTitle: "Has entrado sin llave de acceso",
  bannerBody:
    "Hasta que uses una aquí no se puede cambiar nada importante, y la sesión se cierra en una hora como máximo.",
};
