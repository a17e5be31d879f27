/** The page between a form and the app. */
import type { Translated } from "../../translated.ts";
import type { handOver as english } from "../en/hand-over.ts";

export const handOver: Translated<typeof english> = {
  title: "Volviendo a la aplicación",
  body: "Vuelves a {host}.",
  bodyNative: "Vuelves a la aplicación.",
  continue: "Continuar",
};
