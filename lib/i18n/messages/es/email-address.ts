/** A person's e-mail address: having it checked, and changing to another one. */
import type { Translated } from "../../translated.ts";
import type { emailAddress as english } from "../en/email-address.ts";

export const emailAddress: Translated<typeof english> = {
  lead: "Tu nombre de usuario aquí y adonde van los correos. Algunas aplicaciones te reconocen por ella.",
  confirmed: "Confirmada",
  unconfirmed: "Sin confirmar",
  verify: "Enviar un enlace de confirmación",
  pendingVerify:
    "Hemos enviado un enlace a {email}. Ábrelo antes de un día en un navegador en el que hayas iniciado sesión.",
  pendingChange:
    "Hemos enviado un enlace a {email}. Ábrelo antes de un día en un navegador en el que hayas iniciado sesión. Hasta entonces tu dirección sigue igual.",
  withdraw: "Retirar la petición",
  withdrawn: "Retirada. El enlace del correo ya no funciona.",
  change: "Usar otra dirección",
  newLabel: "Nueva dirección de correo",
  send: "Enviar el enlace",
  confirmHint: "Antes confirmarás que eres tú con una llave de acceso.",
  sent: "Enviado. Mira tu buzón.",
  same: "Ya es tu dirección y está confirmada.",
  noMail:
    "Desde aquí no se envían correos, así que solo la administración puede cambiar la dirección. Pregunta a quien gestiona {instance}.",
  changed: "Tu dirección de correo es ahora {email}.",
  verified: "{email} está confirmada.",
  page: {
    title: "Confirma tu dirección",
    change: "Será la dirección de correo de tu cuenta, en lugar de {old}.",
    verify: "Es la dirección de correo de tu cuenta.",
    account: "Has iniciado sesión como",
    confirm: "Confirmar",
    later: "Ahora no",
    deadTitle: "Este enlace no funciona",
    deadBody: "Se usó o se sustituyó, o tiene más de un día. Puedes pedir otro en tu perfil.",
    toProfile: "A tu perfil",
    foreignTitle: "Este enlace es de otra cuenta",
    foreignBody:
      "Si lo pediste tú, inicia sesión con la cuenta a la que corresponde. Si no, cierra esta página: no pasa nada.",
    switch: "Usar otra cuenta",
    takenTitle: "Esta dirección ya está en uso",
    takenBody: "La tiene otra cuenta de aquí. Inicia sesión en ella o cambia antes su dirección.",
  },
};
