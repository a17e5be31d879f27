/** Refusals that say more than their code does. The API tells the English ones. */
import type { Translated } from "../../translated.ts";
import type { refusals as english } from "../en/refusals.ts";

export const refusals: Translated<typeof english> = {
  accountNotSignedIn: "Dieses Konto ist hier nicht mehr angemeldet. Geh zurück.",
  mailGone: "Diese Mail ist angekommen, wurde verworfen oder wird schon versucht.",
  apiKeyGone: "Diesen API-Schlüssel gibt es nicht, oder er gilt schon nicht mehr.",
  authenticatorDidNotKeep:
    "Dieser Authentifikator hat den Passkey nicht behalten. Nimm ein anderes Gerät oder einen anderen Sicherheitsschlüssel.",
  claimsFull: "Es gibt schon {count} Claims, mehr sind nicht erlaubt. Entferne zuerst einen.",
  testOfDisabledClient: "Diese App ist gesperrt: Niemand kann sich bei ihr anmelden. Entsperre sie zuerst.",
  addressNotRegistrable:
    "Hier lässt sich nur eine Adresse registrieren, die diese App gesendet hat, vollständig und ohne Platzhalter.",
  clientByDocument:
    "Diese App wird durch das Dokument unter ihrer Client-ID beschrieben. Ändere dieses Dokument.",
  clientIdTaken: "Einen Client mit dieser ID gibt es schon. Wähle eine andere.",
  clientSecretGone: "Dieses Secret hat die App nicht.",
  clientSecretsFull: "Diese App hat schon {count} Secrets. Entferne zuerst eines.",
  clientWithoutSecrets: "Diese App weist sich nicht mit einem Secret aus.",
  emailLinkDead:
    "Dieser Link funktioniert hier nicht: Er wurde benutzt oder ersetzt, er ist abgelaufen, oder ein anderes Konto hat ihn angefordert.",
  emailTaken:
    "Ein anderes Konto hier hat diese Adresse schon. Melde dich dort an oder ändere zuerst dessen Adresse.",
  invitationDead:
    "Diese Einladung funktioniert nicht: Sie wurde benutzt oder zurückgezogen, oder sie ist abgelaufen. Bitte um eine neue.",
  invitationGone: "Diese Einladung gibt es nicht, oder sie wurde schon zurückgezogen.",
  invitationsClosed: "Neue Konten sind hier auch für Eingeladene nicht möglich. Setze zuerst SIGN_UP=invite.",
  keyNotYetSigning:
    "Der Schlüssel für {alg} wurde gerade erst veröffentlicht und signiert in ein paar Minuten. Versuch es dann noch einmal.",
  lastAdministratorsPasskey:
    "Das ist der einzige Passkey des letzten Administrationskontos. Lass zuerst ein anderes Administrationskonto einen hinzufügen.",
  linkForDisabled: "Dieses Konto ist gesperrt. Entsperre es zuerst.",
  linkForOneself:
    "Für dein eigenes Konto kannst du keinen Link erstellen. Erstelle stattdessen Wiederherstellungscodes.",
  linkNotMailed:
    "Diese Installation verschickt keine Mails, oder der Benutzername ist keine Adresse. Gib den Link selbst weiter.",
  noMail: "Diese Installation verschickt keine Mails. Bitte die Administration, die Adresse zu ändern.",
  pictureFormat: "Nimm ein Bild im Format PNG, JPEG, WebP, GIF oder AVIF.",
  imageFormat: "Nimm ein Bild im Format PNG, JPEG, WebP, GIF, AVIF oder SVG.",
  imageSize: "Die Datei ist größer als {megabytes, number} MiB.",
  picturePixels: "Das Bild hat zu viele Pixel. Nimm ein kleineres.",
  pictureSize: "Das Bild ist größer als 5 MiB.",
  policyLocksOut:
    "Nach dieser Regel könntest du dich mit dem Passkey, den du jetzt verwendest, nicht mehr anmelden. Füge zuerst einen hinzu, den sie erlaubt.",
  recoveryCodeDead: "Dieser Code funktioniert nicht. Vergleiche ihn mit deiner Liste: Jeder gilt nur einmal.",
  recoveryLinkDead:
    "Dieser Link funktioniert nicht: Er wurde benutzt, durch einen neueren ersetzt oder ist abgelaufen.",
  setUpLinkDead:
    "Dieser Einrichtungslink wurde benutzt oder ist abgelaufen. Erzeuge auf dem Server einen neuen.",
  signingKeyGone: "Einen Signaturschlüssel mit dieser kid gibt es nicht.",
  signUpByInvitation:
    "Konten gibt es hier nur auf Einladung. Bitte die Administration dieser Website, dich einzuladen.",
  signUpClosed: "Diese Website nimmt keine neuen Konten an. Bitte ihre Administration, dir eines anzulegen.",
};
