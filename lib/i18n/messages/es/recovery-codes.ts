/** Recovery codes: making, keeping and replacing them. */
import type { Translated } from "../../translated.ts";
import type { recoveryCodes as english } from "../en/recovery-codes.ts";

export const recoveryCodes: Translated<typeof english> = {
  title: "Códigos de recuperación",
  lead: "Para el día en que se pierdan todas las llaves de acceso: uno de diez códigos te deja volver a entrar, cada uno una vez.",
  noneTitle: "No tienes códigos de recuperación",
  noneBody:
    "Créalos ahora y guárdalos donde los encuentres sin tus dispositivos: en papel o con alguien de confianza.",
  left: "{left, plural, =0 {No queda ninguno de {total}} one {Queda # de {total}} many {Quedan # de {total}} other {Quedan # de {total}}}",
  madeAt: "Creados el <when></when>",
  fewLeft: "Quedan pocos. Crea otros nuevos antes de necesitarlos.",
  make: "Crear códigos de recuperación",
  replace: "Crear otros nuevos",
  confirmHint: "Antes confirmarás que eres tú con una llave de acceso.",
  replaceTitle: "¿Sustituir tus códigos de recuperación?",
  replaceBody:
    "Los que tienes dejan de funcionar al instante, también los que están en papel. Recibes diez nuevos.",
  cancel: "Cancelar",
  madeTitle: "Tus nuevos códigos de recuperación",
  madeBody:
    "Solo se muestran ahora. Guárdalos donde los encuentres sin tus dispositivos; cada uno sirve una vez.",
  copy: "Copiar",
  copied: "Copiado.",
  notCopied: "Este navegador no nos ha dejado copiar. Selecciona los códigos y cópialos tú.",
  download: "Guardar en un archivo",
  print: "Imprimir",
  done: "Los he guardado",
  file: "Códigos de recuperación de {account} en {instance}",
  fileHow: "Cada uno sirve una vez, en {url}",
  fileName: "codigos-de-recuperacion",
  offer: "Crear también códigos de recuperación",
  offerHint: "Diez códigos en papel, para el día en que se pierda la llave de acceso.",
  waysTitle: "Otras formas de volver a entrar",
  wayDevice: "Otro dispositivo tuyo con la sesión abierta puede dejar entrar a un navegador nuevo.",
  wayMail: "La página de inicio de sesión envía un enlace a {email}.",
  wayMailUnconfirmed:
    "La página de inicio de sesión envía un enlace a {email} cuando hayas confirmado esa dirección.",
  wayAdmin: "Quien gestiona {instance} puede darte un enlace.",
  noMail:
    "{instance} no envía correos: nadie te avisará si alguien vuelve a entrar en tu cuenta. Tu actividad lo muestra.",
};
