/** What is said while a passkey is asked for, and why it failed. */
import type { Translated } from "../../translated.ts";
import type { ceremony as english } from "../en/ceremony.ts";

export const ceremony: Translated<typeof english> = {
  starting: "Un momento…",
  waiting: "Esperando tu llave de acceso. Sigue las indicaciones de tu navegador.",
  verifying: "Comprobando tu llave de acceso…",
  signedIn: "Ya estás dentro. Continuamos…",
  created: "Llave de acceso creada.",
  alreadyRegistered: "Este dispositivo ya tiene una llave de acceso tuya. No hay nada que hacer.",
  failure: {
    notUsed: "No se ha usado ninguna llave de acceso. Inténtalo de nuevo o elige otra forma.",
    notCreated: "No se ha creado ninguna llave de acceso. Prueba con tu teléfono o con otra llave.",
    timedOut: "Ha tardado demasiado. Inténtalo de nuevo cuando quieras.",
    wrongAddress: "Las llaves de acceso no funcionan en esta dirección. Abre {address}.",
    needsVerification: "Antes hay que configurar un PIN o una huella en esta llave.",
    provider:
      "Tu proveedor de llaves de acceso ha comunicado un problema. Inténtalo de nuevo o elige otra llave de acceso.",
    unsupported:
      "Este navegador no puede usar llaves de acceso aquí. Abre esta página en un navegador actualizado.",
    refused: "Esa llave de acceso no se acepta aquí: puede que se haya eliminado. Prueba con otra.",
    disabled: "Esta cuenta está desactivada. Pregunta a quien gestiona {instance}.",
    copied:
      "Puede que esta llave de acceso se haya copiado, y se ha rechazado. Pregunta a quien gestiona {instance}.",
    notAllowed:
      "Este tipo de llave de acceso no se permite aquí. Prueba con otra o pregunta a quien gestiona {instance}.",
    rateLimited: "Demasiados intentos desde tu red. Inténtalo de nuevo dentro de {time}.",
    offline: "Parece que no tienes conexión. Compruébala e inténtalo de nuevo.",
    server: "Algo ha fallado por nuestra parte. Inténtalo de nuevo en un momento.",
    unavailable: "{instance} no responde ahora. Inténtalo de nuevo dentro de {time}.",
    signedOut: "Se ha cerrado tu sesión. Inicia sesión otra vez y vuelve.",
    limit: "Ya tienes todas las llaves de acceso que se permiten aquí.",
    nameTaken: "Esta dirección ya tiene una cuenta. Inicia sesión o usa otra.",
    invalid: "Hay algo en el formulario que no está bien. Mira los campos marcados.",
    closed: "El registro no está abierto. Pregunta a quien gestiona {instance}.",
    linkSpent: "Este enlace ya no funciona. Pide uno nuevo a quien te lo dio.",
    gone: "Esta llave de acceso ya se había eliminado. Recarga la página para ver lo que queda.",
    onlyWayIn: "Es tu única forma de entrar. Añade antes otra.",
  },
  reference: "Referencia: {id}",
};
