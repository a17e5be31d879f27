/** No page at an address. */
import type { Translated } from "../../translated.ts";
import type { notFound as english } from "../en/not-found.ts";

export const notFound: Translated<typeof english> = {
  title: "Aquí no hay nada",
  body: "No hay ninguna página en esta dirección. Puede que se haya movido o que el enlace esté incompleto.",
  home: "Ir a tu cuenta",
};
