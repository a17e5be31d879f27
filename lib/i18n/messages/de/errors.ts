/** What people read of a refusal that has no words of its own. */
import type { Translated } from "../../translated.ts";
import type { errors as english } from "../en/errors.ts";

export const errors: Translated<typeof english> = {
  VALIDATION_ERROR: "Im Formular stimmt etwas nicht.",
  INVALID_REQUEST:
    "Dein Browser hat etwas geschickt, das wir nicht lesen können. Lade die Seite neu und versuch es noch einmal.",
  INVALID_CHALLENGE: "Das hat zu lange gedauert oder wurde schon benutzt. Fang noch einmal an.",
  CHALLENGE_EXPIRED: "Das hat zu lange gedauert. Fang noch einmal an.",
  MISSING_CHALLENGE: "Die Antwort deines Passkeys ist unvollständig. Fang noch einmal an.",
  INVALID_ATTESTATION: "Der neue Passkey konnte nicht geprüft werden. Versuch es noch einmal.",
  INVALID_SIGNATURE: "Der Passkey konnte nicht geprüft werden. Versuch es noch einmal.",
  AUTHENTICATION_FAILED:
    "Die Anmeldung hat nicht geklappt. Versuch es noch einmal oder nimm einen anderen Passkey.",
  COUNTER_REGRESSION:
    "Dieser Passkey wurde möglicherweise kopiert und deshalb abgelehnt. Wende dich an deine Administration.",
  INVALID_PICTURE: "Das Bild ist beschädigt. Speichere es neu oder wähle ein anderes.",
  LOGO_UNREACHABLE:
    "Die App nennt kein Logo, oder von dessen Adresse ließ sich keins laden. Sende stattdessen die Datei.",
  UNAUTHENTICATED: "Du bist abgemeldet. Melde dich zuerst an.",
  STEP_UP_REQUIRED: "Bestätige mit einem Passkey, dass du es bist, und versuch es dann noch einmal.",
  FORBIDDEN: "Das darfst du nicht.",
  CROSS_ORIGIN:
    "Das muss von einer Seite dieser Website kommen. Öffne die Seite neu und versuch es noch einmal.",
  USER_DISABLED: "Dieses Konto ist gesperrt. Wende dich an deine Administration.",
  SIGN_UP_CLOSED: "Neue Konten sind hier nicht möglich. Bitte deine Administration um ein Konto.",
  ATTESTATION_NOT_ALLOWED: "Authentifikatoren dieser Art sind hier nicht erlaubt.",
  APPROVAL_NOT_ALLOWED:
    "Deine Rolle verlangt einen Passkey im Browser selbst. Nimm dort dein Handy oder einen Sicherheitsschlüssel.",
  APPROVAL_REFUSED:
    "Diese Anmeldung wurde nicht genehmigt, oder die Genehmigung gilt nicht mehr. Fang noch einmal an.",
  USER_NOT_FOUND: "Diese Person gibt es hier nicht.",
  CREDENTIAL_NOT_FOUND: "Diesen Passkey gibt es nicht.",
  SESSION_NOT_FOUND: "Diese Sitzung gibt es nicht, oder sie ist schon beendet.",
  CLIENT_NOT_FOUND: "Diese App gibt es nicht.",
  GRANT_NOT_FOUND: "Diese App hat keinen Zugriff, den man ihr entziehen könnte.",
  GROUP_NOT_FOUND: "Diese Gruppe gibt es nicht.",
  APPROVAL_NOT_FOUND:
    "Auf diesen Code wartet kein Browser. Vielleicht ist er abgelaufen oder wurde schon beantwortet.",
  NOT_FOUND: "Hier ist nichts oder nichts mehr.",
  METHOD_NOT_ALLOWED: "So lässt sich diese Adresse nicht öffnen. Geh zurück.",
  USER_EXISTS: "Dieser Name ist vergeben. Melde dich an oder wähle einen anderen.",
  GROUP_EXISTS: "Eine Gruppe mit diesem Namen gibt es schon. Wähle einen anderen Namen.",
  DUPLICATE_CREDENTIAL: "Dieser Passkey ist schon registriert.",
  CREDENTIAL_LIMIT: "Mehr Passkeys sind nicht erlaubt. Entferne zuerst einen.",
  LAST_CREDENTIAL: "Das ist dein einziger Weg hinein. Füge zuerst einen anderen Passkey hinzu.",
  LAST_ADMINISTRATOR:
    "Dann könnte niemand mehr diese Installation verwalten. Gib zuerst jemand anderem die Administration.",
  APPROVAL_PENDING: "Das hat noch niemand genehmigt. Genehmige es und versuch es dann noch einmal.",
  CONFLICT: "Jemand hat das inzwischen geändert. Lade die Seite neu und versuch es noch einmal.",
  PRECONDITION_FAILED: "Jemand hat das inzwischen geändert. Lade die Seite neu und versuch es noch einmal.",
  PAYLOAD_TOO_LARGE: "Das ist zu groß.",
  UNSUPPORTED_MEDIA_TYPE: "Dateien dieser Art werden nicht angenommen.",
  RATE_LIMIT_EXCEEDED: "Zu viele Versuche. Warte einen Moment und versuch es dann noch einmal.",
  INTERNAL_ERROR:
    "Bei uns ist etwas schiefgegangen. Versuch es noch einmal; wenn es so bleibt, sag den Betreibern dieser Adresse Bescheid.",
  SERVICE_UNAVAILABLE: "Der Dienst ist gerade nicht erreichbar. Versuch es gleich noch einmal.",
};
