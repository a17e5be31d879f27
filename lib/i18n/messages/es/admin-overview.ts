/** The first page of the administration. */
import type { Translated } from "../../translated.ts";
import type { adminOverview as english } from "../en/admin-overview.ts";

export const adminOverview: Translated<typeof english> = {
  title: "Resumen",
  attention: "Requiere atención",
  allWell: "Todo va bien.",
  allWellBody: "Nada requiere tu atención.",
  look: "Ver",
  lookAt: "Ver: {what}",
  asTable: "Ver como tabla",
  kinds: {
    database: "La base de datos no está bien.",
    signing_keys: "No hay ninguna clave de firma que se pueda usar.",
    disk: "El disco está casi lleno.",
    clock: "Los relojes no coinciden.",
    metadata: "Los metadatos de autenticadores no están al día.",
    mail: "Los correos no llegan.",
    undelivered:
      "{more, select, yes {No se pudieron entregar más de {count, number} mensajes esta semana.} other {{count, plural, one {No se pudo entregar un mensaje esta semana.} many {No se pudieron entregar # mensajes esta semana.} other {No se pudieron entregar # mensajes esta semana.}}}}",
    key_rotation:
      "{count, plural, one {Una clave de firma debería haberse sustituido.} many {# claves de firma deberían haberse sustituido.} other {# claves de firma deberían haberse sustituido.}}",
    client_secrets:
      "{more, select, yes {Más de {count, number} aplicaciones pierden pronto su último secreto.} other {{count, plural, one {Una aplicación pierde pronto su último secreto.} many {# aplicaciones pierden pronto su último secreto.} other {# aplicaciones pierden pronto su último secreto.}}}}",
    api_keys:
      "{more, select, yes {Más de {count, number} claves de API caducan pronto.} other {{count, plural, one {Una clave de API caduca pronto.} many {# claves de API caducan pronto.} other {# claves de API caducan pronto.}}}}",
    clone_suspected:
      "{more, select, yes {Puede que se hayan copiado más de {count, number} llaves de acceso.} other {{count, plural, one {Puede que se haya copiado una llave de acceso.} many {Puede que se hayan copiado # llaves de acceso.} other {Puede que se hayan copiado # llaves de acceso.}}}}",
    no_passkey:
      "{count, plural, one {Una persona no tiene llave de acceso.} many {# personas no tienen llave de acceso.} other {# personas no tienen llave de acceso.}}",
    one_passkey:
      "{count, plural, one {Una persona solo tiene una llave de acceso.} many {# personas solo tienen una llave de acceso.} other {# personas solo tienen una llave de acceso.}}",
  },
  advice: {
    database: "Responde despacio o no responde.",
    signing_keys: "Nadie puede iniciar sesión en una aplicación.",
    disk: "Haz sitio antes de que la base de datos se detenga.",
    clock: "Ajusta esta máquina y la base de datos con el mismo servidor de hora.",
    metadata: "Sin ellos no se confía en ninguna atestación.",
    mail: "Por correo se avisa a las personas y se les devuelve el acceso.",
    undelivered: "Correos y avisos de cierre de sesión a los que se renunció.",
    key_rotation: "Las claves cambian solas; algo lo impide.",
    client_secrets: "Crea uno nuevo en las próximas dos semanas, antes de que fallen los inicios de sesión.",
    api_keys: "Los programas que las usan se detendrán en dos semanas.",
    clone_suspected: "Pregunta de quién es y revócala en caso de duda.",
    no_passkey: "No pueden entrar. Un enlace de recuperación les devuelve el acceso.",
    one_passkey: "Quien la pierda se queda fuera. Pídeles que añadan otra.",
  },
  signIns: {
    title: "Inicios de sesión",
    summary: "En los últimos 30 días: {succeeded, number} con éxito, {failed, number} fallidos.",
    day: "Día",
    succeeded: "Con éxito",
    failed: "Fallidos",
    utc: "Días en UTC",
    picture:
      "Inicios de sesión de cada uno de los últimos 30 días. El máximo en un día: {count, number}, el {day}.",
    column: "{day}: {succeeded, number} con éxito, {failed, number} fallidos",
    all: "Inicios de sesión en el registro",
    allFailed: "Inicios de sesión fallidos en el registro",
  },
  reasons: {
    title: "Por qué fallaron",
    summary: "Lo más frecuente: <reason></reason> ({count, number}).",
    none: "Ninguno falló en los últimos 30 días.",
    reason: "Motivo",
    count: "Inicios de sesión",
    known: {
      credential_unknown: "Llave de acceso desconocida",
      credential_revoked: "Llave de acceso eliminada",
      credential_not_allowed: "Llave de acceso de otra cuenta",
      user_disabled: "Cuenta desactivada",
      counter: "Llave de acceso quizá copiada",
      signature: "Firma incorrecta",
      challenge_unknown: "Demasiado tarde o enviado dos veces",
      user_verification: "Persona no verificada",
      origin: "Desde otro sitio",
      malformed_response: "Respuesta mal formada",
      unknown: "Sin motivo indicado",
    },
  },
  providers: {
    title: "Dónde están las llaves de acceso",
    summary: "La mayoría en {name}: {count, number}.",
    none: "Todavía no hay llaves de acceso.",
    unknown: "Producto desconocido",
    name: "Producto",
    passkeys: "Llaves de acceso",
    all: "Todas las llaves de acceso",
  },
};
