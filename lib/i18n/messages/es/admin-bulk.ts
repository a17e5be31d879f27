/** What is done to many rows of a table at once. */
import type { Translated } from "../../translated.ts";
import type { adminBulk as english } from "../en/admin-bulk.ts";

export const adminBulk: Translated<typeof english> = {
  label: "Cambiar lo seleccionado",
  what: "Qué hacer",
  apply: "Hacerlo",
  clear: "Quitar la selección",
  confirm: "Continuar",
  stop: "Detener",
  undo: "Deshacer",
  progress: "{past} de {total}",
  unchanged: "Sin cambios: {count}",
  all: "Seleccionar los {count, number} resultados",
  allFirst: "Seleccionar los {count, number} primeros resultados",
  disable: "Desactivar",
  disableBody:
    "Se cierran sus sesiones en todas partes al instante y ya no pueden iniciar sesión. Deshacerlo no devuelve ninguna sesión.",
  enable: "Activar",
  enableBody: "Pueden volver a iniciar sesión.",
  endSessions: "Cerrar sus sesiones",
  endSessionsBody: "Se cierran sus sesiones en todos sus dispositivos y en todas las aplicaciones.",
  group: "Grupo",
  groupBody: "Lo que el grupo permite a sus miembros cambia al instante.",
  addToGroup: "Añadir a un grupo",
  removeFromGroup: "Quitar de un grupo",
  removeMembers: "Quitar del grupo",
  disableApps:
    "Ya nadie podrá iniciar sesión en ellas y sus tokens terminan al instante. Activarlas después no devuelve ninguno.",
  enableApps: "Se puede volver a iniciar sesión en ellas.",
};
