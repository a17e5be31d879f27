/** Renaming and removing a passkey. */
import type { Translated } from "../../translated.ts";
import type { managePasskey as english } from "../en/manage-passkey.ts";

export const managePasskey: Translated<typeof english> = {
  rename: "Cambiar nombre",
  renameNamed: "Cambiar el nombre de {name}",
  nameLabel: "Nombre de la llave de acceso",
  nameInvalid: "Escribe un nombre de 64 caracteres como máximo.",
  save: "Guardar",
  cancel: "Cancelar",
  confirmHint: "Antes confirmarás que eres tú con una llave de acceso.",
  renamed: "Ahora se llama «{name}».",
  remove: "Eliminar",
  removeNamed: "Eliminar {name}",
  removeTitle: "¿Eliminar «{name}»?",
  removeBody:
    "Ya no podrás iniciar sesión con ella, y se cerrará la sesión de los navegadores en los que la usaste. No se puede deshacer.",
  removeBodyHere:
    "Ya no podrás iniciar sesión con ella, y se cerrará la sesión de los navegadores en los que la usaste, también de este. No se puede deshacer.",
  removeBodyLast:
    "Es tu última llave de acceso. Se cerrará la sesión de todos los navegadores en los que la usaste, también de este, y después solo podrás entrar con {count, plural, one {tu último código de recuperación} many {uno de tus # de códigos de recuperación} other {uno de tus # códigos de recuperación}}. No se puede deshacer.",
  removeConfirmHint:
    "Antes confirmarás que eres tú. Usa una llave de acceso distinta de esta para no cerrar la sesión aquí.",
  lastTitle: "Todavía no puedes eliminar «{name}»",
  lastBody: "Es tu única forma de entrar. Añade antes otra.",
  close: "Cerrar",
  removedTitle: "Llave de acceso eliminada",
  removedBody: "«{name}» ya no abre tu cuenta. Elimínala también de tu gestor de contraseñas.",
  removedHere:
    "«{name}» ya no abre tu cuenta, y aquí se ha cerrado tu sesión. Elimínala también de tu gestor de contraseñas.",
  done: "Listo",
  signInAgain: "Iniciar sesión de nuevo",
};
