/** Signing up by invitation. */
import type { Translated } from "../../translated.ts";
import type { invitation as english } from "../en/invitation.ts";

export const invitation: Translated<typeof english> = {
  title: "Deine Einladung zu {instance}",
  lead: "Erstelle dein Konto. Dein Gerät erzeugt den Schlüssel; Fingerabdruck und Gesicht verlassen es nie.",
  from: "{name} lädt dich ein.",
  until: "Die Einladung gilt bis <when></when>.",
  emailHint: "Die Einladung gilt für diese Adresse.",
  invalidTitle: "Diese Einladung funktioniert nicht",
  invalidBody:
    "Sie wurde schon benutzt oder zurückgezogen, oder sie ist abgelaufen. Bitte die Person, die dich eingeladen hat, um eine neue.",
  doneAlready: "Wenn du damit schon dein Konto erstellt hast, melde dich an.",
};
