/** No page at an address. */
import type { Translated } from "../../translated.ts";
import type { notFound as english } from "../en/not-found.ts";

export const notFound: Translated<typeof english> = {
  title: "Il n’y a rien ici",
  body: "Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée, ou le lien est incomplet.",
  home: "Aller à votre compte",
};
