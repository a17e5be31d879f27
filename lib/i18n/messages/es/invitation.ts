/** Signing up by invitation. */
import type { Translated } from "../../translated.ts";
import type { invitation as english } from "../en/invitation.ts";

export const invitation: Translated<typeof english> = {
  title: "Tu invitación a {instance}",
  lead: "Crea tu cuenta. Tu dispositivo crea la llave; tu huella o tu cara nunca salen de él.",
  from: "{name} te invita.",
  until: "La invitación vale hasta el <when></when>.",
  emailHint: "La invitación es para esta dirección.",
  invalidTitle: "Esta invitación no funciona",
  invalidBody: "Se ha usado o se ha retirado, o ha caducado. Pide una nueva a quien te invitó.",
  doneAlready: "Si ya has creado tu cuenta con ella, inicia sesión.",
};
