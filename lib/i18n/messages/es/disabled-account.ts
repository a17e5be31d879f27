/** An account that an administrator has shut. */
import type { Translated } from "../../translated.ts";
import type { disabledAccount as english } from "../en/disabled-account.ts";

export const disabledAccount: Translated<typeof english> = {
  title: "Esta cuenta está desactivada",
  body: "Tu llave de acceso es correcta, pero ahora nadie puede iniciar sesión en esta cuenta.",
  help: "Pregunta a quien gestiona {instance}: la persona o la empresa que te dio esta dirección puede volver a activarla.",
  another: "Usar otra cuenta",
};
