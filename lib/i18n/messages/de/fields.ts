/** What is wrong with a field. */
import type { Translated } from "../../translated.ts";
import type { fields as english } from "../en/fields.ts";

export const fields: Translated<typeof english> = {
  emailMissing: "Gib deine E-Mail-Adresse ein.",
  emailInvalid: "Gib eine E-Mail-Adresse wie ana@example.com ein.",
  nameMissing: "Gib deinen Namen ein.",
  nameInvalid: "Verwende höchstens 64 Zeichen.",
};
