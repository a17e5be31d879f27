/** No page at an address. */
import type { Translated } from "../../translated.ts";
import type { notFound as english } from "../en/not-found.ts";

export const notFound: Translated<typeof english> = {
  title: "Hier ist nichts",
  body: "Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie umgezogen, oder der Link ist unvollständig.",
  home: "Zu deinem Konto",
};
