/** The switch of languages. */
import type { Translated } from "../../translated.ts";
import type { language as english } from "../en/language.ts";

export const language: Translated<typeof english> = {
  label: "Idioma",
};
