/** Refusals that say more than their code does. The API tells the English ones. */
import type { Translated } from "../../translated.ts";
import type { refusals as english } from "../en/refusals.ts";

export const refusals: Translated<typeof english> = {
  accountNotSignedIn: "Esta cuenta ya no tiene la sesión iniciada aquí. Vuelve atrás.",
  mailGone: "Este correo ya llegó, se descartó o ya se está intentando.",
  apiKeyGone: "Esa clave de API no existe o ya ha terminado.",
  authenticatorDidNotKeep:
    "Este autenticador no ha guardado la llave de acceso. Usa otro dispositivo u otra llave de seguridad.",
  claimsFull: "Ya hay {count} claims, el máximo permitido. Elimina antes uno.",
  testOfDisabledClient:
    "Esta aplicación está desactivada: nadie puede iniciar sesión en ella. Actívala primero.",
  addressNotRegistrable:
    "Aquí solo se puede registrar una dirección que haya enviado esta aplicación, entera y sin comodines.",
  clientByDocument:
    "Esta aplicación se describe en el documento que hay en su client_id. Cambia ese documento.",
  clientIdTaken: "Ya hay un cliente con este identificador. Elige otro.",
  clientSecretGone: "Esta aplicación no tiene ese secreto.",
  clientSecretsFull: "Esta aplicación ya tiene {count} secretos. Elimina antes uno.",
  clientWithoutSecrets: "Esta aplicación no se autentica con un secreto.",
  emailLinkDead:
    "Este enlace no funciona aquí: se ha usado o sustituido, ha caducado o lo pidió otra cuenta.",
  emailTaken:
    "Otra cuenta de aquí ya tiene esta dirección. Inicia sesión en ella o cambia antes su dirección.",
  invitationDead: "Esta invitación no funciona: se ha usado o retirado, o ha caducado. Pide una nueva.",
  invitationGone: "Esa invitación no existe o ya se ha retirado.",
  invitationsClosed:
    "El registro está cerrado aquí, también para quien tiene invitación. Configura antes SIGN_UP=invite.",
  keyNotYetSigning:
    "La clave {alg} se acaba de publicar y firmará dentro de unos minutos. Inténtalo entonces.",
  lastAdministratorsPasskey:
    "Es la única llave de acceso de la última cuenta de administración. Haz que otra cuenta de administración añada antes una.",
  linkForDisabled: "Esta cuenta está desactivada. Actívala antes.",
  linkForOneself: "No puedes crear un enlace para tu propia cuenta. Crea códigos de recuperación.",
  linkNotMailed:
    "Esta instalación no envía correos, o el nombre de usuario no es una dirección. Entrega el enlace por tu cuenta.",
  noMail: "Esta instalación no envía correos. Pide a la administración que cambie la dirección.",
  pictureFormat: "Envía una imagen PNG, JPEG, WebP, GIF o AVIF.",
  imageFormat: "Envía una imagen PNG, JPEG, WebP, GIF, AVIF o SVG.",
  imageSize: "El archivo ocupa más de {megabytes, number} MiB.",
  picturePixels: "La imagen tiene demasiados píxeles. Envía una más pequeña.",
  pictureSize: "La imagen ocupa más de 5 MiB.",
  policyLocksOut:
    "Con esta regla no podrías volver a iniciar sesión con la llave de acceso que usas ahora. Añade antes una que permita.",
  recoveryCodeDead: "Este código no funciona. Compáralo con tu lista: cada uno vale una sola vez.",
  recoveryLinkDead: "Este enlace no funciona: se ha usado, lo ha sustituido uno más nuevo o ha caducado.",
  setUpLinkDead: "Este enlace de configuración se ha usado o ha caducado. Crea uno nuevo en el servidor.",
  signingKeyGone: "No hay ninguna clave de firma con ese kid.",
  signUpByInvitation:
    "Aquí las cuentas son por invitación. Pide a la administración de este sitio que te invite.",
  signUpClosed: "Este sitio no admite cuentas nuevas. Pide a su administración que te cree una.",
};
