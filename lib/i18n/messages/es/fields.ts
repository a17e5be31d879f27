/** What is wrong with a field. */
import type { Translated } from "../../translated.ts";
import type { fields as english } from "../en/fields.ts";

export const fields: Translated<typeof english> = {
  emailMissing: "Escribe tu correo electrónico.",
  emailInvalid: "Escribe un correo electrónico como ana@example.com.",
  nameMissing: "Escribe tu nombre.",
  nameInvalid: "Usa como máximo 64 caracteres.",
};
