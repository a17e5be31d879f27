/** A page failed. The document carries these words in its own language; the English ones are also in the browser's script. */
import type { Translated } from "../../translated.ts";
import type { failure as english } from "../en/failure.ts";

export const failure: Translated<typeof english> = {
  title: "Un problème est survenu",
  body: "La faute est de notre côté, et elle a été notée. Réessayez ; si cela persiste, prévenez les responsables de cette adresse.",
  retry: "Réessayer",
  home: "Aller à votre compte",
  reference: "Référence",
};
