/** The account's overview. */
import type { Translated } from "../../translated.ts";
import type { account as english } from "../en/account.ts";

export const account: Translated<typeof english> = {
  title: "Tu cuenta",
  navLabel: "Cuenta",
  areas: { security: "Seguridad", you: "Tú" },
  pages: {
    overview: "Resumen",
    apps: "Aplicaciones",
    passkeys: "Llaves de acceso",
    recoveryCodes: "Códigos de recuperación",
    sessions: "Sesiones",
    activity: "Actividad",
  },
  greeting: "Hola, <name></name>",
  lead: "Entras con llaves de acceso. No hay contraseña que olvidar ni que robar.",
  roles: { user: "Miembro", auditor: "Auditoría", helpdesk: "Asistencia", admin: "Administración" },
  signOut: "Cerrar sesión",
};
