/** What is wrong with a field. */
import type { Translated } from "../../translated.ts";
import type { fields as english } from "../en/fields.ts";

export const fields: Translated<typeof english> = {
  emailMissing: "Saisissez votre adresse e-mail.",
  emailInvalid: "Saisissez une adresse e-mail comme ana@example.com.",
  nameMissing: "Saisissez votre nom.",
  nameInvalid: "Utilisez au plus 64 caractères.",
};
