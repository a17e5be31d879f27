/** The rules of signing up and in, in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminPolicy as english } from "../en/admin-policy.ts";

export const adminPolicy: Translated<typeof english> = {
  title: "Reglas de acceso",
  lead: "Quién puede registrarse, cuánto dura una sesión y qué llaves de acceso abren una cuenta.",
  general: "Registro y sesiones",
  generalLead:
    "Un cambio vale en todas las instancias en segundos. Lo que dice una variable de entorno solo se cambia ahí.",
  settings: {
    signUp: "Registro",
    sessionIdleTimeoutSeconds: "Cerrar la sesión sin uso durante",
    sessionMaxLifetimeSeconds: "Cerrar la sesión como tarde tras",
    userVerification: "Huella, cara o PIN",
    attestation: "Prueba de origen",
    counterPolicy: "Indicios de una copia",
  },
  hints: {
    signUp: "Las invitaciones valen mientras el registro no esté cerrado.",
    sessionIdleTimeoutSeconds: "Las aplicaciones pueden mantener la sesión más tiempo por su cuenta.",
    sessionMaxLifetimeSeconds: "Cuenta para las sesiones que empiecen desde ahora.",
    userVerification:
      "Si el autenticador comprueba quién lo tiene. Sin «Obligatorio» puede bastar una llave robada.",
    attestation:
      "Si se pide a las llaves nuevas que digan qué modelo las guarda. Las reglas sobre modelos lo piden siempre.",
    counterPolicy: "Si el contador de un autenticador no aumenta, quizá alguien tenga una copia.",
  },
  choices: {
    signUp: {
      open: "Abierto: cualquiera puede crear una cuenta",
      invite: "Con invitación",
      closed: "Cerrado",
    },
    userVerification: {
      required: "Obligatorio",
      preferred: "Si el autenticador puede",
      discouraged: "No se pide",
    },
    attestation: {
      none: "No se pide",
      indirect: "Se pide, puede ser anónima",
      direct: "Se pide",
      enterprise: "Se pide, con el número de serie de equipos gestionados",
    },
    counterPolicy: {
      warn: "Dejar entrar, marcar la llave y avisar",
      refuse: "Rechazar el inicio de sesión",
    },
  },
  amount: "Cantidad",
  unit: "Unidad",
  units: {
    minutes: "minutos",
    hours: "horas",
    days: "días",
  },
  lasts: {
    minutes: "{count, plural, one {# minuto} many {# de minutos} other {# minutos}}",
    hours: "{count, plural, one {# hora} many {# de horas} other {# horas}}",
    days: "{count, plural, one {# día} many {# de días} other {# días}}",
  },
  isDefault: "Predeterminado",
  isChanged: "Cambiado",
  isLocked: "Fijado por el entorno",
  defaultIs: "Predeterminado: {value}",
  policy: "Qué llaves de acceso se admiten",
  policyLead:
    "Para todos, en cada inicio de sesión, también para las llaves que ya existen. Los grupos pueden pedir más.",
  deviceBoundOnly: "Solo llaves que se quedan en un dispositivo",
  requireUserVerification: "El autenticador debe comprobar huella, cara o PIN",
  trustedOnly: "Solo modelos probados por metadatos de confianza",
  trustNeedsMetadata: "Necesita metadatos: define MDS_BLOB y MDS_ROOT.",
  formats: "Tipos de prueba",
  formatsHint:
    "Déjalos todos marcados salvo que sepas que solo necesitas algunos. La mayoría de las llaves sincronizadas no traen ninguna.",
  formatNone: "none: sin prueba",
  models: "Modelos",
  modelModes: {
    any: "Cualquier modelo",
    only: "Solo los marcados",
    except: "Todos menos los marcados",
  },
  others: "Otros modelos",
  othersHint: "AAGUID, uno por línea. A un modelo se le cree solo hasta donde llega su prueba.",
  warningTitle: "Esto deja fuera a personas",
  warningWord: "dejar fuera",
  warningConfirm: "Guardar de todos modos",
  refused:
    "{count, plural, one {# llave de acceso se rechazará desde el próximo inicio de sesión.} many {# de llaves de acceso se rechazarán desde el próximo inicio de sesión.} other {# llaves de acceso se rechazarán desde el próximo inicio de sesión.}}",
  refusedMany: "Más de {count, number} llaves de acceso se rechazarán desde el próximo inicio de sesión.",
  shutOut:
    "{count, plural, one {# persona no tiene otra llave y necesitará un enlace de recuperación.} many {# de personas no tienen otra llave y necesitarán un enlace de recuperación.} other {# personas no tienen otra llave y necesitarán un enlace de recuperación.}}",
  shutOutMany:
    "Más de {count, number} personas no tienen otra llave y necesitarán un enlace de recuperación.",
  administratorsLeft:
    "{count, plural, one {# administrador aún puede entrar.} many {# de administradores aún pueden entrar.} other {# administradores aún pueden entrar.}}",
  noAdministratorLeft: "Ningún administrador podría entrar ya.",
};
