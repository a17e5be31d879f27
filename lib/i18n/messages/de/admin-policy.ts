/** The rules of signing up and in, in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminPolicy as english } from "../en/admin-policy.ts";

export const adminPolicy: Translated<typeof english> = {
  title: "Anmelderegeln",
  lead: "Wer dazukommen darf, wie lange man angemeldet bleibt und welche Passkeys ein Konto öffnen.",
  general: "Registrierung und Sitzungen",
  generalLead:
    "Eine Änderung gilt binnen Sekunden auf jeder Instanz. Was eine Umgebungsvariable sagt, lässt sich nur dort ändern.",
  settings: {
    signUp: "Registrierung",
    sessionIdleTimeoutSeconds: "Abmelden, wenn unbenutzt seit",
    sessionMaxLifetimeSeconds: "Abmelden spätestens nach",
    userVerification: "Fingerabdruck, Gesicht oder PIN",
    attestation: "Herkunftsnachweis",
    counterPolicy: "Anzeichen einer Kopie",
  },
  hints: {
    signUp: "Einladungen gelten, solange die Registrierung nicht geschlossen ist.",
    sessionIdleTimeoutSeconds: "Apps können von sich aus länger angemeldet lassen.",
    sessionMaxLifetimeSeconds: "Zählt für Sitzungen, die ab jetzt beginnen.",
    userVerification:
      "Ob der Authenticator prüft, wer ihn hält. Ohne „Pflicht“ kann ein gestohlener Schlüssel allein genügen.",
    attestation:
      "Ob neue Passkeys sagen sollen, welches Modell sie hält. Regeln über Modelle fragen in jedem Fall danach.",
    counterPolicy: "Wächst der Zähler eines Authenticators nicht, hat vielleicht jemand eine Kopie.",
  },
  choices: {
    signUp: {
      open: "Offen: jeder darf ein Konto anlegen",
      invite: "Auf Einladung",
      closed: "Geschlossen",
    },
    userVerification: {
      required: "Pflicht",
      preferred: "Wo der Authenticator es kann",
      discouraged: "Wird nicht verlangt",
    },
    attestation: {
      none: "Wird nicht verlangt",
      indirect: "Wird verlangt, darf anonym gemacht sein",
      direct: "Wird verlangt",
      enterprise: "Wird verlangt, mit der Seriennummer verwalteter Geräte",
    },
    counterPolicy: {
      warn: "Hereinlassen, Passkey markieren und Bescheid geben",
      refuse: "Anmeldung ablehnen",
    },
  },
  amount: "Anzahl",
  unit: "Einheit",
  units: {
    minutes: "Minuten",
    hours: "Stunden",
    days: "Tage",
  },
  lasts: {
    minutes: "{count, plural, one {# Minute} other {# Minuten}}",
    hours: "{count, plural, one {# Stunde} other {# Stunden}}",
    days: "{count, plural, one {# Tag} other {# Tage}}",
  },
  isDefault: "Vorgabe",
  isChanged: "Geändert",
  isLocked: "Von der Umgebung gesetzt",
  defaultIs: "Vorgabe: {value}",
  policy: "Welche Passkeys benutzt werden dürfen",
  policyLead: "Für alle, bei jeder Anmeldung, auch für vorhandene Passkeys. Gruppen können mehr verlangen.",
  deviceBoundOnly: "Nur Passkeys, die auf einem Gerät bleiben",
  requireUserVerification: "Der Authenticator muss Fingerabdruck, Gesicht oder PIN prüfen",
  trustedOnly: "Nur Modelle, die sich durch vertraute Metadaten beweisen",
  trustNeedsMetadata: "Braucht Metadaten der Authenticatoren: setze MDS_BLOB und MDS_ROOT.",
  formats: "Arten von Nachweisen",
  formatsHint:
    "Lass alle angekreuzt, wenn du nicht weißt, dass du nur manche brauchst. Die meisten synchronisierten Passkeys bringen keinen mit.",
  formatNone: "none: ohne Nachweis",
  models: "Modelle",
  modelModes: {
    any: "Jedes Modell",
    only: "Nur die angekreuzten",
    except: "Alle außer den angekreuzten",
  },
  others: "Weitere Modelle",
  othersHint: "AAGUIDs, eine pro Zeile. Einem Modell wird nur so weit geglaubt, wie sein Nachweis reicht.",
  warningTitle: "Das sperrt Menschen aus",
  warningWord: "aussperren",
  warningConfirm: "Trotzdem speichern",
  refused:
    "{count, plural, one {# Passkey wird ab der nächsten Anmeldung abgelehnt.} other {# Passkeys werden ab der nächsten Anmeldung abgelehnt.}}",
  refusedMany: "Mehr als {count, number} Passkeys werden ab der nächsten Anmeldung abgelehnt.",
  shutOut:
    "{count, plural, one {# Person hat keinen anderen Passkey und braucht einen Wiederherstellungslink.} other {# Personen haben keinen anderen Passkey und brauchen einen Wiederherstellungslink.}}",
  shutOutMany:
    "Mehr als {count, number} Personen haben keinen anderen Passkey und brauchen einen Wiederherstellungslink.",
  administratorsLeft:
    "{count, plural, one {# Administrator kann sich noch anmelden.} other {# Administratoren können sich noch anmelden.}}",
  noAdministratorLeft: "Kein Administrator könnte sich mehr anmelden.",
};
