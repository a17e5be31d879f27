/** A page failed. The document carries these words in its own language; the English ones are also in the browser's script. */
import type { Translated } from "../../translated.ts";
import type { failure as english } from "../en/failure.ts";

export const failure: Translated<typeof english> = {
  title: "Algo ha fallado",
  body: "El fallo es nuestro y ha quedado anotado. Inténtalo de nuevo; si sigue así, avisa a quien gestiona esta dirección.",
  retry: "Intentar de nuevo",
  home: "Ir a tu cuenta",
  reference: "Referencia",
};
