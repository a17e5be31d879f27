/** The page between a form and the app. */
import type { Translated } from "../../translated.ts";
import type { handOver as english } from "../en/hand-over.ts";

export const handOver: Translated<typeof english> = {
  title: "العودة إلى التطبيق",
  body: "ستعود إلى {host}.",
  bodyNative: "ستعود إلى التطبيق.",
  continue: "متابعة",
};
