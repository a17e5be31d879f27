/** The first page of the account. */
import type { Translated } from "../../translated.ts";
import type { overview as english } from "../en/overview.ts";

export const overview: Translated<typeof english> = {
  attention: "Por tu seguridad",
  advice: {
    counterTitle: "Revisa {passkey}",
    counterBody:
      "Su contador no aumentó en un inicio de sesión, así que es posible que se haya copiado. Si no sabes por qué, elimínala y crea otra.",
    counterAction: "Ver tus llaves de acceso",
    passkeyAction: "Añadir una llave de acceso",
    codesTitle: "Crea códigos de recuperación",
    codesBody:
      "Te dejan entrar cuando has perdido todas tus llaves de acceso. Guárdalos en papel, lejos de tus dispositivos.",
    codesLeftTitle:
      "{left, plural, one {Solo queda # código de recuperación} many {Solo quedan # de códigos de recuperación} other {Solo quedan # códigos de recuperación}}",
    codesLeftBody: "Crea un juego nuevo antes de usar el último. Los códigos antiguos dejarán de valer.",
    codesAction: "Códigos de recuperación",
    emailTitle: "Confirma tu correo electrónico",
    emailBody: "Los avisos sobre tu cuenta van a {email}, y aún no se ha demostrado que sea tuyo.",
    emailAction: "Ir a tu perfil",
  },
  apps: "Tus aplicaciones",
  appsEmpty: "Aquí aparecerán las aplicaciones que puedes abrir con esta cuenta.",
  used: "Usada {relative}",
  notUsed: "Aún sin usar",
  signIns: "Inicios de sesión recientes",
  allActivity: "Toda la actividad",
  glance: "De un vistazo",
  appCount:
    "{count, plural, one {# aplicación tiene acceso} many {# de aplicaciones tienen acceso} other {# aplicaciones tienen acceso}}",
};
