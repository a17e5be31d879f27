/** Signing in. */
import type { Translated } from "../../translated.ts";
import type { signIn as english } from "../en/sign-in.ts";

export const signIn: Translated<typeof english> = {
  title: "Iniciar sesión",
  lead: "Usa la llave de acceso de este dispositivo, tu teléfono o una llave de seguridad.",
  knownLead: "Continúa con una cuenta que este navegador conoce o usa otra.",
  toApp: "Continuar a {app}",
  toAppLead: "{app} te pide que inicies sesión con {instance}.",
  again: "Confirma que eres tú",
  againLead: "{app} te pide que inicies sesión otra vez, aunque ya la tienes iniciada.",
  anotherPasskey: "Usa otra llave de acceso",
  device_bound:
    "{app} necesita una llave de acceso que no pueda salir de su dispositivo, como la de una llave de seguridad, y la que usaste está sincronizada.",
  user_verification:
    "{app} necesita un inicio de sesión que compruebe tu huella, tu cara o tu PIN, y el último no lo hizo.",
  signedInAs: "Has iniciado sesión como {name}. Otra llave de acceso añade su cuenta y pasa a mostrarla.",
  button: "Iniciar sesión con una llave de acceso",
  hint: "Tu dispositivo pide tu huella, tu cara o tu PIN.",
  or: "o",
  continueAs: "Continuar como <name></name>",
  another: "Usar otra cuenta",
  known: "Mostrar las cuentas de este navegador",
  forget: "Olvidar a {name} en este navegador",
  fieldLabel: "Correo electrónico",
  fieldHint: "Tu navegador muestra en este campo tus llaves de acceso guardadas.",
  otherWays: "Otras formas",
  otherWaysBody:
    "¿No hay llave de acceso en este dispositivo? Usa tu teléfono: tu navegador muestra un código QR.",
  usePhone: "Usar tu teléfono",
  useSecurityKey: "Usar una llave de seguridad",
  useDevice: "Usar otro dispositivo",
  noAccount: "¿Es tu primera vez?",
  createAccount: "Crear una cuenta",
  invite:
    "¿Aún no tienes cuenta? {instance} admite a gente nueva por invitación. Pregunta a quien lo gestiona.",
  closed: "¿Aún no tienes cuenta? El registro está cerrado. Pregunta a quien gestiona {instance}.",
  expired:
    "La solicitud de inicio de sesión de la aplicación ha caducado. Vuelve a la aplicación y empieza de nuevo, o inicia sesión aquí para ir a tu cuenta.",
};
