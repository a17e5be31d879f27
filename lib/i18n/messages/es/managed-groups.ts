/** Groups that somebody manages without being an administrator. */
import type { Translated } from "../../translated.ts";
import type { managedGroups as english } from "../en/managed-groups.ts";

export const managedGroups: Translated<typeof english> = {
  page: "Tus grupos",
  title: "Grupos que gestionas",
  lead: "Añades personas a estos grupos y las quitas.",
  none: "No gestionas ningún grupo.",
  count: "{count, plural, one {# miembro} many {# de miembros} other {# miembros}}",
  membersLead: "Quien está en él puede al instante lo que el grupo permite a sus miembros.",
  back: "Todos los grupos que gestionas",
  empty: "Todavía no hay nadie.",
  add: "Añadir al grupo",
  email: "Correo electrónico",
  emailHint: "La dirección entera, con la que la persona inicia sesión.",
  added: "Añadido.",
  remove: "Quitar",
  removeNamed: "Quitar a {name}",
  removeTitle: "¿Quitar a {name} del grupo?",
  removeBody: "Lo que el grupo permite a sus miembros termina al instante para esa persona.",
  removed: "Quitado.",
  since: "Miembro desde",
  more: "Mostrar más",
  managers: "Gestión",
  managersLead: "Estas personas añaden miembros al grupo y los quitan, sin ser administradoras.",
  managersNone: "Solo los administradores cambian quién está en él.",
  addManager: "Encargar la gestión",
  removeManager: "Retirar la gestión",
  removeManagerNamed: "Retirar la gestión a {name}",
  removeManagerTitle: "¿Retirar a {name} la gestión del grupo?",
  removeManagerBody: "Los miembros del grupo siguen siendo los mismos.",
};
