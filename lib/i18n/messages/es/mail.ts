/** Mails. Plain text: the same words make both parts of a mail. */
import type { Translated } from "../../translated.ts";
import type { mail as english } from "../en/mail.ts";

export const mail: Translated<typeof english> = {
  greeting: "Hola, {name}:",
  because: "Recibes este correo porque tienes una cuenta en {instance}.",
  becauseNoAccount: "Recibes este correo porque alguien ha escrito tu dirección en {instance}.",
  unanswered: "Nadie lee las respuestas a este correo.",
  linkInFull: "Si el botón no responde, abre esta dirección en tu navegador:",
  linkWorks: "El enlace funciona una sola vez, durante {time}.",
  ask: "Si no has pedido esto, ignora este correo: no cambia nada.",
  minutes: "{count, plural, one {# minuto} many {# de minutos} other {# minutos}}",
  hours: "{count, plural, one {# hora} many {# de horas} other {# horas}}",
  days: "{count, plural, one {# día} many {# de días} other {# días}}",
  fact: "{label}: {value}",
  when: "Cuándo",
  device: "Dispositivo",
  address: "Dirección",
  browserOn: "{browser} en {system}",
  unknownDevice: "desconocido",
  seePasskeys: "Ver tus llaves de acceso",
  you: "Si fuiste tú, no hay nada que hacer.",
  notYou:
    "Si no fuiste tú: inicia sesión, elimina las llaves de acceso que no conozcas, cierra todas las demás sesiones y avisa a quien gestiona {instance}.",
  notYouTell:
    "Si no fuiste tú, puede que otra persona esté en tu cuenta: avisa enseguida a quien gestiona {instance}.",
  without: {
    notices:
      "Nadie recibe avisos por correo de nuevas llaves de acceso, nuevos inicios de sesión ni recuperaciones.",
    addresses: "Nadie puede confirmar ni cambiar su dirección de correo.",
    links: "Las invitaciones y los enlaces de recuperación no se envían: los entrega quien los crea.",
    signInLinks: "Nadie puede pedir un enlace para iniciar sesión.",
  },
  verifyEmail: {
    subject: "Confirma tu correo electrónico para {instance}",
    title: "Confirma tu correo electrónico",
    body: "Confirma que esta dirección es tuya para que {instance} pueda escribirte.",
    changeBody:
      "Confirma que esta dirección es tuya. Entonces sustituirá a la que tiene ahora tu cuenta en {instance}.",
    action: "Confirmar la dirección",
  },
  emailChangeRequested: {
    subject: "Se va a cambiar tu correo electrónico en {instance}",
    title: "Otra dirección de correo",
    body: "Desde tu cuenta en {instance} se ha pedido usar otra dirección de correo. Todavía no ha cambiado nada: antes hay que confirmar la nueva dirección.",
  },
  emailChanged: {
    subject: "Tu correo electrónico en {instance} ha cambiado",
    title: "Tu correo electrónico ha cambiado",
    body: "Tu cuenta en {instance} tiene ahora otra dirección de correo. A partir de ahora los mensajes van allí; este es el último a esta dirección.",
  },
  invitation: {
    subject: "Tu invitación a {instance}",
    title: "Tu invitación a {instance}",
    bodyFrom: "{name} te invita a abrir una cuenta en {instance}.",
    body: "Tienes una invitación para abrir una cuenta en {instance}.",
    noPassword:
      "No hay contraseña que inventar: tu teléfono, tu ordenador o una llave de seguridad crea una llave de acceso, e inicias sesión con tu huella, tu cara o tu PIN.",
    action: "Crear tu cuenta",
    expires: "La invitación vale durante {time}.",
    unexpected: "Si no la esperabas, ignora este correo.",
  },
  recoveryLink: {
    subject: "Tu enlace para volver a {instance}",
    title: "Tu enlace para volver a entrar",
    body: "La administración de {instance} ha creado este enlace para ti. Abre tu cuenta una sola vez para que puedas añadir una llave de acceso.",
    action: "Abrir tu cuenta",
    secret:
      "Quien tenga el enlace puede abrir tu cuenta: no se lo pases a nadie. Si no lo esperabas, avisa a quien gestiona {instance}.",
  },
  signInLink: {
    subject: "Tu enlace de inicio de sesión en {instance}",
    title: "Tu enlace de inicio de sesión",
    body: "Alguien ha pedido un enlace para iniciar sesión en tu cuenta de {instance}:",
    action: "Iniciar sesión",
    notYou:
      "Si no fuiste tú, ignora este correo: sin el enlace no entra nadie. No se lo pases nunca a nadie, lo pida quien lo pida.",
  },
  passkeyAdded: {
    subject: "Se ha añadido una llave de acceso a tu cuenta de {instance}",
    title: "Se ha añadido una llave de acceso",
    body: "La llave de acceso «{passkey}» abre tu cuenta a partir de ahora.",
  },
  passkeyRemoved: {
    subject: "Se ha eliminado una llave de acceso de tu cuenta de {instance}",
    title: "Se ha eliminado una llave de acceso",
    body: "La llave de acceso «{passkey}» ya no abre tu cuenta, y se ha cerrado la sesión de los navegadores en los que se usó.",
  },
  passkeyRevoked: {
    subject: "Se ha revocado una llave de acceso de tu cuenta de {instance}",
    title: "Se ha revocado una llave de acceso",
    body: "La administración ha revocado la llave de acceso «{passkey}». Ya no abre tu cuenta, y se ha cerrado la sesión de los navegadores en los que se usó.",
    help: "Usa otra llave de acceso. Si no tienes ninguna o no sabes por qué ha pasado, pregunta a quien gestiona {instance}.",
  },
  newSignIn: {
    subject: "Nuevo inicio de sesión en tu cuenta de {instance}",
    title: "Nuevo inicio de sesión",
    body: "Alguien ha iniciado sesión en tu cuenta desde un dispositivo o una red que no se había usado antes.",
  },
  recoveryUsed: {
    subject: "Se ha abierto tu cuenta de {instance} sin llave de acceso",
    title: "Abierta sin llave de acceso",
    recovery_code: "Se ha abierto tu cuenta con uno de tus códigos de recuperación.",
    recovery_link: "Se ha abierto tu cuenta con un enlace que creó la administración.",
    sign_in_link: "Se ha abierto tu cuenta con un enlace que se te envió por correo.",
    device_approval:
      "Se ha abierto tu cuenta en un dispositivo al que se dejó entrar desde otro de los tuyos.",
  },
  recoveryCodesMade: {
    subject: "Nuevos códigos de recuperación para tu cuenta de {instance}",
    title: "Nuevos códigos de recuperación",
    body: "Se han creado nuevos códigos de recuperación para tu cuenta. Los que tenías ya no funcionan.",
  },
  counterRegressed: {
    subject: "Puede que hayan copiado tu llave de acceso",
    title: "Puede que hayan copiado tu llave de acceso",
    body: "Se ha usado tu llave de acceso «{passkey}» de {instance}, y su contador no había aumentado desde la última vez. Los autenticadores cuentan sus usos, así que puede existir una copia. También puede ser un fallo del dispositivo.",
    letIn: "El inicio de sesión se aceptó.",
    refused: "El inicio de sesión se rechazó.",
    notYou:
      "Si no fuiste tú: inicia sesión con otra llave de acceso, elimina esta y avisa a quien gestiona {instance}.",
    you: "Si fuiste tú: añade otra llave de acceso en otro dispositivo o en una llave de seguridad, y elimina esta.",
    again: "Recibes como máximo un correo así al día por cada llave de acceso.",
  },
  accountDeleted: {
    subject: "Tu cuenta de {instance} se ha eliminado",
    title: "Tu cuenta se ha eliminado",
    body: "Has eliminado tu cuenta de {instance}. Tus llaves de acceso y lo que se sabía de ti ya no existen, y este es el último correo.",
    byAdministrator:
      "La administración ha eliminado tu cuenta de {instance}. Tus llaves de acceso y lo que se sabía de ti ya no existen, y este es el último correo.",
    wrong: "No se puede deshacer. Si no lo querías, avisa a quien gestiona {instance}.",
  },
  test: {
    subject: "Un correo de prueba de {instance}",
    title: "Los correos llegan",
    body: "Esto es una prueba. {instance} puede enviar correos.",
  },
};
