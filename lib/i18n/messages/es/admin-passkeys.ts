/** The passkeys of all people in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminPasskeys as english } from "../en/admin-passkeys.ts";

export const adminPasskeys: Translated<typeof english> = {
  title: "Llaves de acceso",
  lead: "Todo lo que abre una cuenta aquí.",
  searchLabel: "De quién: nombre o correo",
  passkey: "Llave de acceso",
  person: "Persona",
  ofPerson: "{name} de {person}",
  model: "Modelo",
  anyModel: "Cualquier modelo",
  unstatedModel: "Modelo no indicado",
  kind: "Tipo",
  anyKind: "Cualquier tipo",
  kinds: {
    synced: "Sincronizada",
    not_backed_up: "Aún sin copia de seguridad",
    device_bound: "En un solo dispositivo",
    security_key: "Llave de seguridad",
  },
  state: "Uso",
  anyState: "Todas las que funcionan",
  states: {
    never_used: "Nunca usada",
    unused: "Sin usar desde hace 90 días",
    clone_suspected: "Posible copia",
    revoked: "Revocada",
  },
  trust: "Prueba de origen",
  anyTrust: "Cualquier prueba",
  trusts: {
    none: "Ninguna",
    self: "Por sí misma",
    unverified: "Sin comprobar",
    trusted: "Probada",
  },
  used: "Último uso",
  added: "Añadida",
  copied: "Posible copia",
  copiedHint:
    "En algún inicio de sesión, el contador de cada una no aumentó, como pasaría si otra persona tuviera una copia. Pregunta a la persona si restauró una copia de seguridad; si no, revoca la llave.",
  revokedBecause: "Revocada: {reason}",
  revoke: "Revocar",
  revokeSelected: "Revocar las seleccionadas",
  revokeSelectedTitle: "¿Revocar las llaves de acceso seleccionadas?",
  revokeBody:
    "Dejan de funcionar al instante y terminan las sesiones que abrieron. Quien no tenga otra llave de acceso necesitará un enlace de recuperación.",
  revokeModel: "Revocar todo este modelo",
  revokeModelTitle: "¿Revocar todas las llaves de acceso de {name}?",
  revokeModelCount:
    "{count, plural, one {Esto acaba con # llave de acceso.} many {Esto acaba con # de llaves de acceso.} other {Esto acaba con # llaves de acceso.}}",
  revokeModelMany: "Esto acaba con más de {count, number} llaves de acceso.",
  revokeModelBody:
    "Dejan de funcionar al instante y terminan las sesiones que abrieron. Quien no tenga otra llave de acceso necesitará un enlace de recuperación. Tu última llave y la del último administrador se quedan.",
  revokeModelConfirm: "Revocarlas todas",
  reason: "Motivo",
  reasonHint: "Se guarda con la llave de acceso y en el registro de auditoría.",
};
