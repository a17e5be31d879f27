/** The apps that somebody signed in to, and the ones that they may go to. */
import type { Translated } from "../../translated.ts";
import type { apps as english } from "../en/apps.ts";

export const apps: Translated<typeof english> = {
  title: "Aplicaciones",
  lead: "Las aplicaciones en las que iniciaste sesión con esta cuenta, y lo que cada una ve de ti.",
  open: "Abrir {app}",
  firstParty: "Forma parte de {instance}",
  selfRegistered: "Se registró sola",
  disabled: "Desactivada",
  firstAllowed: "Desde el <when></when>",
  lastUsed: "último inicio de sesión: {relative}",
  sees: "Ve: {claims}",
  maySee: "Puede ver: {claims}",
  seesNothing: "Solo ve un identificador que distingue tu cuenta de las demás.",
  exactly: "¿Qué exactamente?",
  exactlyNamed: "¿Qué ve exactamente {app}?",
  offline: "Puede seguir usándolo mientras no estás.",
  resources: "Puede usar estos servicios en tu nombre:",
  revoke: "Quitar el acceso",
  revokeNamed: "Quitar el acceso de {app}",
  revokeTitle: "¿Quitar el acceso de {app}?",
  revokeBody:
    "{app} ya no podrá usar tu cuenta, ni siquiera en tu ausencia, y deberá cerrar tu sesión. Lo que ya sabe, puede conservarlo. Si vuelves a iniciar sesión en ella, te lo preguntará de nuevo.",
  revokeBodyFirstParty:
    "{app} pierde ahora su acceso, también en tu ausencia, y deberá cerrar tu sesión. Como forma parte de {instance}, lo recuperará sin preguntar cuando inicies sesión en ella.",
  keep: "Mantenerlo",
  revoked: "El acceso se ha quitado.",
  empty: "Aún no hay aplicaciones",
  emptyBody: "Cuando inicies sesión en una aplicación con esta cuenta, aparecerá aquí con lo que ve de ti.",
};
