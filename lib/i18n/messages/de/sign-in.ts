/** Signing in. */
import type { Translated } from "../../translated.ts";
import type { signIn as english } from "../en/sign-in.ts";

export const signIn: Translated<typeof english> = {
  title: "Anmelden",
  lead: "Nimm den Passkey auf diesem Gerät, dein Handy oder einen Sicherheitsschlüssel.",
  knownLead: "Mach mit einem Konto weiter, das dieser Browser kennt, oder nimm ein anderes.",
  toApp: "Weiter zu {app}",
  toAppLead: "{app} bittet dich, dich mit {instance} anzumelden.",
  again: "Bestätige, dass du es bist",
  againLead: "{app} bittet dich, dich noch einmal anzumelden, obwohl du schon angemeldet bist.",
  anotherPasskey: "Anderen Passkey verwenden",
  device_bound:
    "{app} braucht einen Passkey, der sein Gerät nicht verlassen kann, etwa auf einem Sicherheitsschlüssel. Der, den du verwendet hast, ist synchronisiert.",
  user_verification:
    "{app} braucht eine Anmeldung, die Fingerabdruck, Gesicht oder PIN prüft. Deine letzte hat das nicht getan.",
  signedInAs:
    "Du bist als {name} angemeldet. Mit einem anderen Passkey kommt dessen Konto hinzu und wird angezeigt.",
  button: "Mit einem Passkey anmelden",
  hint: "Dein Gerät fragt nach Fingerabdruck, Gesicht oder PIN.",
  or: "oder",
  continueAs: "Weiter als <name></name>",
  another: "Anderes Konto verwenden",
  known: "Konten dieses Browsers zeigen",
  forget: "{name} in diesem Browser vergessen",
  fieldLabel: "E-Mail-Adresse",
  fieldHint: "In diesem Feld zeigt dein Browser deine gespeicherten Passkeys.",
  otherWays: "Andere Wege",
  otherWaysBody: "Kein Passkey auf diesem Gerät? Nimm dein Handy: Dein Browser zeigt einen QR-Code.",
  usePhone: "Handy verwenden",
  useSecurityKey: "Sicherheitsschlüssel verwenden",
  useDevice: "Anderes Gerät verwenden",
  noAccount: "Neu hier?",
  createAccount: "Konto erstellen",
  invite: "Noch kein Konto? {instance} nimmt neue Leute nur auf Einladung auf. Wende dich an die Betreiber.",
  closed: "Noch kein Konto? Neue Konten sind nicht möglich. Wende dich an die Betreiber von {instance}.",
  expired:
    "Die Anmeldeanfrage der App ist abgelaufen. Geh zurück zur App und fang noch einmal an, oder melde dich hier an, um zu deinem Konto zu kommen.",
};
