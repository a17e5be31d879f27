/** Signing out. */
import type { Translated } from "../../translated.ts";
import type { signOut as english } from "../en/sign-out.ts";

export const signOut: Translated<typeof english> = {
  title: "¿Cerrar sesión?",
  lead: "Has iniciado sesión como {name}.",
  fromApp: "{app} pide cerrar tu sesión en {instance}.",
  consequence:
    "Puede que las aplicaciones que abriste con {instance} mantengan tu sesión hasta que la cierres en ellas.",
  confirm: "Cerrar sesión",
  forget: "Olvidarme también en este navegador, porque lo usan otras personas",
  stay: "Seguir con la sesión abierta",
  doneTitle: "Has cerrado sesión",
  doneBody: "Tu sesión en este navegador ha terminado. Tus llaves de acceso siguen donde están.",
  signInAgain: "Iniciar sesión de nuevo",
  all: "Cerrar sesión en todas las cuentas de aquí",
  stillSignedIn: "<name></name> aún tiene la sesión abierta en este navegador.",
  goOn: "Continuar con esa cuenta",
  next: "Cerrar también su sesión",
  framesTitle: "Cerrando sesión",
  framesBody: "Tu sesión aquí ha terminado. Se está avisando a tus aplicaciones, lo que tarda unos segundos.",
  framesContinue: "Continuar",
};
