/** A passkey was created. */
import type { Translated } from "../../translated.ts";
import type { created as english } from "../en/created.ts";

export const created: Translated<typeof english> = {
  title: "Llave de acceso creada",
  saved: "Guardada como «{name}».",
  synced: "Está sincronizada, así que tus otros dispositivos también pueden usarla.",
  notSynced:
    "No puede salir del dispositivo o de la llave que la guarda. Añade una segunda llave de acceso para no quedarte fuera si la pierdes.",
  continue: "Continuar",
  continueToApp: "Continuar a {app}",
  addSecond: "Añadir una segunda llave de acceso",
  secondHint: "Usa otro dispositivo, tu teléfono o una llave de seguridad.",
  secondTitle: "Segunda llave de acceso creada",
};
