/** What people read of a refusal that has no words of its own. */
import type { Translated } from "../../translated.ts";
import type { errors as english } from "../en/errors.ts";

export const errors: Translated<typeof english> = {
  VALIDATION_ERROR: "Hay algo en el formulario que no está bien.",
  INVALID_REQUEST:
    "Tu navegador ha enviado algo que no podemos leer. Recarga la página e inténtalo de nuevo.",
  INVALID_CHALLENGE: "Ha tardado demasiado o ya se había usado. Empieza de nuevo.",
  CHALLENGE_EXPIRED: "Ha tardado demasiado. Empieza de nuevo.",
  MISSING_CHALLENGE: "La respuesta de tu llave de acceso está incompleta. Empieza de nuevo.",
  INVALID_ATTESTATION: "No se ha podido comprobar la nueva llave de acceso. Inténtalo de nuevo.",
  INVALID_SIGNATURE: "No se ha podido comprobar la llave de acceso. Inténtalo de nuevo.",
  AUTHENTICATION_FAILED: "No se ha podido iniciar sesión. Inténtalo de nuevo o usa otra llave de acceso.",
  COUNTER_REGRESSION:
    "Puede que esta llave de acceso se haya copiado, y se ha rechazado. Pregunta a tu administración.",
  INVALID_PICTURE: "La imagen está dañada. Guárdala de nuevo o elige otra.",
  LOGO_UNREACHABLE:
    "La aplicación no indica ningún logotipo, o no se pudo cargar desde su dirección. Envía el archivo en su lugar.",
  UNAUTHENTICATED: "No has iniciado sesión. Hazlo primero.",
  STEP_UP_REQUIRED: "Confirma que eres tú con una llave de acceso y repítelo.",
  FORBIDDEN: "No puedes hacer esto.",
  CROSS_ORIGIN: "Esto debe venir de una página de este sitio. Abre la página de nuevo e inténtalo otra vez.",
  USER_DISABLED: "Esta cuenta está desactivada. Pregunta a tu administración.",
  SIGN_UP_CLOSED: "El registro no está abierto aquí. Pide una cuenta a tu administración.",
  ATTESTATION_NOT_ALLOWED: "Este tipo de autenticador no se permite aquí.",
  APPROVAL_NOT_ALLOWED:
    "Tu rol exige una llave de acceso en el propio navegador. Usa allí tu teléfono o una llave de seguridad.",
  APPROVAL_REFUSED: "Este inicio de sesión no se ha aprobado, o la aprobación ya no vale. Empieza de nuevo.",
  USER_NOT_FOUND: "Esa persona no está aquí.",
  CREDENTIAL_NOT_FOUND: "Esa llave de acceso no existe.",
  SESSION_NOT_FOUND: "Esa sesión no existe o ya ha terminado.",
  CLIENT_NOT_FOUND: "Esa aplicación no existe.",
  GRANT_NOT_FOUND: "Esta aplicación no tiene ningún acceso que quitar.",
  GROUP_NOT_FOUND: "Ese grupo no existe.",
  APPROVAL_NOT_FOUND:
    "Ningún navegador espera con este código. Puede que haya caducado o que ya se haya respondido.",
  NOT_FOUND: "Aquí no hay nada, o ya no.",
  METHOD_NOT_ALLOWED: "Esta dirección no se puede abrir así. Vuelve atrás.",
  USER_EXISTS: "Este nombre ya está en uso. Inicia sesión o elige otro.",
  GROUP_EXISTS: "Ya hay un grupo con este nombre. Elige otro.",
  DUPLICATE_CREDENTIAL: "Esta llave de acceso ya está registrada.",
  CREDENTIAL_LIMIT: "Ya tienes todas las llaves de acceso permitidas. Elimina antes una.",
  LAST_CREDENTIAL: "Es tu única forma de entrar. Añade antes otra llave de acceso.",
  LAST_ADMINISTRATOR:
    "Entonces nadie más podría administrar esta instalación. Da antes la administración a otra persona.",
  APPROVAL_PENDING: "Nadie ha aprobado esto todavía. Apruébalo e inténtalo de nuevo.",
  CONFLICT: "Alguien ha cambiado esto mientras tanto. Recarga la página e inténtalo de nuevo.",
  PRECONDITION_FAILED: "Alguien ha cambiado esto mientras tanto. Recarga la página e inténtalo de nuevo.",
  PAYLOAD_TOO_LARGE: "Es demasiado grande.",
  UNSUPPORTED_MEDIA_TYPE: "No se aceptan archivos de este tipo.",
  RATE_LIMIT_EXCEEDED: "Demasiados intentos. Espera un momento e inténtalo de nuevo.",
  INTERNAL_ERROR:
    "Algo ha fallado por nuestra parte. Inténtalo de nuevo; si sigue así, avisa a quien gestiona esta dirección.",
  SERVICE_UNAVAILABLE: "El servicio no está disponible ahora mismo. Inténtalo de nuevo en un momento.",
};
