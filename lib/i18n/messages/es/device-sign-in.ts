/** The browser without a passkey, which waits to be let in from another one. */
import type { Translated } from "../../translated.ts";
import type { deviceSignIn as english } from "../en/device-sign-in.ts";

export const deviceSignIn: Translated<typeof english> = {
  title: "Iniciar sesión con otro dispositivo",
  lead: "Deja entrar a este navegador desde un teléfono u ordenador donde tengas una llave de acceso. No hace falta Bluetooth.",
  afterwards:
    "Después tendrás la sesión iniciada aquí durante una hora y podrás añadir una llave de acceso a este navegador.",
  start: "Mostrar el código",
  scan: "Escanéalo con tu teléfono o abre la dirección donde tengas una llave de acceso.",
  qr: "Código QR que abre {url}",
  address: "Dirección",
  code: "Código",
  compare: "Ambas pantallas muestran",
  waiting: "Esperando tu aprobación.",
  timeLeft: "Válido durante {time}",
  timeOver: "Caducado",
  done: "Ya lo he aprobado",
  notYet: "Aún no está aprobado. Apruébalo en el otro dispositivo e inténtalo de nuevo.",
  approved: "Aprobado. Continuamos…",
  continue: "Continuar",
  offline: "Parece que no tienes conexión. Esta página sigue preguntando.",
  unreachable: "El servidor no responde. Esta página sigue preguntando.",
  overTitle: "Este código ha caducado",
  overBody: "Un código vale cinco minutos y una sola vez.",
  again: "Mostrar un código nuevo",
  deniedTitle: "No se ha dejado entrar a este navegador",
  deniedBody: "La respuesta en el otro dispositivo fue no. Puedes empezar de nuevo.",
  refusedTitle: "Esta aprobación ya no vale",
  refusedBody:
    "Algo de la cuenta ha cambiado entretanto. Empieza de nuevo o pregunta a quien gestiona {instance}.",
};
