/** The page between a form and the app. */
import type { Translated } from "../../translated.ts";
import type { handOver as english } from "../en/hand-over.ts";

export const handOver: Translated<typeof english> = {
  title: "Du wirst zurückgebracht",
  body: "Es geht zurück zu {host}.",
  bodyNative: "Es geht zurück zur App.",
  continue: "Weiter",
};
