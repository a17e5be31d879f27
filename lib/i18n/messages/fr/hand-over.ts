/** The page between a form and the app. */
import type { Translated } from "../../translated.ts";
import type { handOver as english } from "../en/hand-over.ts";

export const handOver: Translated<typeof english> = {
  title: "Retour à l’application",
  body: "Vous retournez à {host}.",
  bodyNative: "Vous retournez à l’application.",
  continue: "Continuer",
};
