/** Opening an account. */
import type { Translated } from "../../translated.ts";
import type { signUp as english } from "../en/sign-up.ts";

export const signUp: Translated<typeof english> = {
  title: "Konto erstellen",
  lead: "Dein Gerät erzeugt den Schlüssel. Fingerabdruck und Gesicht verlassen es nie.",
  displayName: "Dein Name",
  displayNameHint: "So sehen dich Apps und andere Leute.",
  emailHint: "Du meldest dich mit einem Passkey an; an der Adresse unterscheidet man Konten.",
  button: "Passkey erstellen",
  hint: "Dein Browser fragt, wo der Passkey liegen soll.",
  haveAccount: "Du hast schon ein Konto?",
  signIn: "Anmelden",
  closedTitle: "Neue Konten sind nicht möglich",
  inviteTitle: "Nur auf Einladung",
  closedBody: "{instance} nimmt zurzeit keine neuen Konten an.",
  inviteBody: "{instance} nimmt neue Leute nur auf Einladung auf.",
  askBody:
    "Wende dich an die Betreiber: Die Person oder Firma, von der du diese Adresse hast, kann dir ein Konto anlegen.",
  alreadySignedIn:
    "Du bist als {name} angemeldet. Ein neues Konto kommt in diesem Browser hinzu und wird dann angezeigt.",
};
