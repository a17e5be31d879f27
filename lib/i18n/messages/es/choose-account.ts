/** Choosing among the accounts of a browser. */
import type { Translated } from "../../translated.ts";
import type { chooseAccount as english } from "../en/choose-account.ts";

export const chooseAccount: Translated<typeof english> = {
  title: "Elige una cuenta",
  toApp: "Elige una cuenta para {app}",
  lead: "Has iniciado sesión con estas cuentas en este navegador.",
  leadOne: "Has iniciado sesión con esta cuenta en este navegador.",
  current: "En uso ahora",
  hinted: "Sugerida por la aplicación",
  another: "Usar otra cuenta",
};
