/** Signing out. */
import type { Translated } from "../../translated.ts";
import type { signOut as english } from "../en/sign-out.ts";

export const signOut: Translated<typeof english> = {
  title: "Abmelden?",
  lead: "Du bist als {name} angemeldet.",
  fromApp: "{app} möchte dich von {instance} abmelden.",
  consequence:
    "In Apps, die du mit {instance} geöffnet hast, bleibst du vielleicht angemeldet, bis du dich dort abmeldest.",
  confirm: "Abmelden",
  forget: "Mich in diesem Browser auch vergessen, weil andere ihn benutzen",
  stay: "Angemeldet bleiben",
  doneTitle: "Du bist abgemeldet",
  doneBody: "Deine Sitzung in diesem Browser ist beendet. Deine Passkeys bleiben, wo sie sind.",
  signInAgain: "Wieder anmelden",
  all: "Von allen Konten hier abmelden",
  stillSignedIn: "<name></name> ist in diesem Browser noch angemeldet.",
  goOn: "Mit diesem Konto weitermachen",
  next: "Auch davon abmelden",
  framesTitle: "Du wirst abgemeldet",
  framesBody: "Deine Sitzung hier ist beendet. Deine Apps erfahren es gerade; das dauert ein paar Sekunden.",
  framesContinue: "Weiter",
};
