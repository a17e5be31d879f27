/** What is said while a passkey is asked for, and why it failed. */
import type { Translated } from "../../translated.ts";
import type { ceremony as english } from "../en/ceremony.ts";

export const ceremony: Translated<typeof english> = {
  starting: "Einen Moment …",
  waiting: "Warte auf deinen Passkey. Folge den Anweisungen deines Browsers.",
  verifying: "Dein Passkey wird geprüft …",
  signedIn: "Du bist angemeldet. Es geht gleich weiter …",
  created: "Passkey erstellt.",
  alreadyRegistered: "Auf diesem Gerät gibt es schon einen Passkey für dich. Es ist nichts zu tun.",
  failure: {
    notUsed: "Es wurde kein Passkey verwendet. Versuch es noch einmal oder wähle einen anderen Weg.",
    notCreated: "Es wurde kein Passkey erstellt. Versuch es mit deinem Handy oder einem anderen Schlüssel.",
    timedOut: "Das hat zu lange gedauert. Versuch es noch einmal, wenn du so weit bist.",
    wrongAddress: "Unter dieser Adresse funktionieren Passkeys nicht. Öffne {address}.",
    needsVerification: "Für diesen Schlüssel musst du zuerst eine PIN oder einen Fingerabdruck einrichten.",
    provider:
      "Dein Passkey-Anbieter hat ein Problem gemeldet. Versuch es noch einmal oder wähle einen anderen Passkey.",
    unsupported:
      "Dieser Browser kann hier keine Passkeys verwenden. Öffne die Seite in einem aktuellen Browser.",
    refused:
      "Dieser Passkey wird hier nicht angenommen: Vielleicht wurde er entfernt. Versuch es mit einem anderen.",
    disabled: "Dieses Konto ist gesperrt. Wende dich an die Betreiber von {instance}.",
    copied:
      "Dieser Passkey wurde möglicherweise kopiert und deshalb abgelehnt. Wende dich an die Betreiber von {instance}.",
    notAllowed:
      "Passkeys dieser Art sind hier nicht erlaubt. Versuch es mit einem anderen oder wende dich an die Betreiber von {instance}.",
    rateLimited: "Zu viele Versuche aus deinem Netz. Versuch es in {time} noch einmal.",
    offline: "Du scheinst offline zu sein. Prüfe deine Verbindung und versuch es noch einmal.",
    server: "Bei uns ist etwas schiefgegangen. Versuch es gleich noch einmal.",
    unavailable: "{instance} antwortet gerade nicht. Versuch es in {time} noch einmal.",
    signedOut: "Du wurdest abgemeldet. Melde dich wieder an und komm dann zurück.",
    limit: "Mehr Passkeys sind hier nicht erlaubt.",
    nameTaken: "Für diese Adresse gibt es schon ein Konto. Melde dich an oder nimm eine andere.",
    invalid: "Im Formular stimmt etwas nicht. Sieh dir die markierten Felder an.",
    closed: "Neue Konten sind hier nicht möglich. Wende dich an die Betreiber von {instance}.",
    linkSpent:
      "Dieser Link gilt nicht mehr. Lass dir von der Person, die ihn dir gegeben hat, einen neuen geben.",
    gone: "Dieser Passkey wurde schon entfernt. Lade die Seite neu, um zu sehen, was übrig ist.",
    onlyWayIn: "Das ist dein einziger Weg hinein. Füge zuerst einen anderen hinzu.",
  },
  reference: "Kennung: {id}",
};
