/** Opening an account. */
import type { Translated } from "../../translated.ts";
import type { signUp as english } from "../en/sign-up.ts";

export const signUp: Translated<typeof english> = {
  title: "Crea tu cuenta",
  lead: "Tu dispositivo crea la llave. Tu huella o tu cara nunca salen de él.",
  displayName: "Tu nombre",
  displayNameHint: "Así te ven las aplicaciones y las demás personas.",
  emailHint: "Inicias sesión con una llave de acceso; la dirección distingue las cuentas.",
  button: "Crear tu llave de acceso",
  hint: "Tu navegador pregunta dónde guardar la llave de acceso.",
  haveAccount: "¿Ya tienes una cuenta?",
  signIn: "Iniciar sesión",
  closedTitle: "El registro no está abierto",
  inviteTitle: "Solo por invitación",
  closedBody: "{instance} no admite cuentas nuevas por ahora.",
  inviteBody: "{instance} admite a gente nueva por invitación.",
  askBody:
    "Pregunta a quien lo gestiona: la persona o la empresa que te dio esta dirección puede crearte una cuenta.",
  alreadySignedIn:
    "Has iniciado sesión como {name}. Una cuenta nueva se añade a este navegador y pasa a mostrarse.",
};
