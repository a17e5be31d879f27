/** The list of passkeys. */
import type { Translated } from "../../translated.ts";
import type { passkeys as english } from "../en/passkeys.ts";

export const passkeys: Translated<typeof english> = {
  title: "Llaves de acceso",
  lead: "Cada una abre tu cuenta. Ten al menos dos, en lugares distintos.",
  count: "{count, plural, one {# llave de acceso} many {# de llaves de acceso} other {# llaves de acceso}}",
  onDevices: "Llaves de acceso en tus dispositivos",
  onKeys: "Llaves de acceso en llaves de seguridad",
  add: "Añadir una llave de acceso",
  synced: "Sincronizada",
  notBackedUp: "Aún sin copia de seguridad",
  deviceOnly: "Solo en este dispositivo",
  securityKey: "Llave de seguridad",
  usedForSession: "Usada en esta sesión",
  copiedTitle: "Es posible que esta llave de acceso se haya copiado",
  copiedBody:
    "En un inicio de sesión del <when></when> su contador no aumentó, como pasaría si otra persona tuviera una copia. Si no conoces ningún motivo inofensivo, como una copia de seguridad restaurada, elimínala y crea otra.",
  created: "Creada el <when></when>",
  lastUsed: "Último uso: {relative}",
  neverUsed: "Aún sin usar",
  browserOn: "{browser} en {system}",
  unnamed: "Llave de acceso",
  empty: "Ninguna llave de acceso",
  emptyBody: "No tienes ninguna. Añade una antes de irte, o no podrás volver a entrar.",
  nudgeTitle: "Añade una segunda llave de acceso",
  nudgeBody:
    "Si pierdes la única que tienes, pierdes la cuenta. Pon una segunda en tu teléfono o en una llave de seguridad.",
  nudgeDeviceBound:
    "Tu única llave de acceso no puede salir de su dispositivo. Pon una segunda en tu teléfono o en una llave de seguridad.",
  windowLeft: "Confirmado, queda {time}",
  windowClosed: "Antes confirmarás que eres tú",
};
