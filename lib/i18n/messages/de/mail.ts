/** Mails. Plain text: the same words make both parts of a mail. */
import type { Translated } from "../../translated.ts";
import type { mail as english } from "../en/mail.ts";

export const mail: Translated<typeof english> = {
  greeting: "Hallo {name},",
  because: "Du bekommst diese Mail, weil du ein Konto bei {instance} hast.",
  becauseNoAccount: "Du bekommst diese Mail, weil jemand deine Adresse bei {instance} eingegeben hat.",
  unanswered: "Antworten auf diese Mail liest niemand.",
  linkInFull: "Wenn sich beim Klick auf die Schaltfläche nichts tut, öffne diese Adresse in deinem Browser:",
  linkWorks: "Der Link funktioniert nur einmal und gilt noch {time}.",
  ask: "Wenn du das nicht angefordert hast, ignoriere diese Mail: Es ändert sich nichts.",
  minutes: "{count, plural, one {# Minute} other {# Minuten}}",
  hours: "{count, plural, one {# Stunde} other {# Stunden}}",
  days: "{count, plural, one {# Tag} other {# Tage}}",
  fact: "{label}: {value}",
  when: "Wann",
  device: "Gerät",
  address: "Adresse",
  browserOn: "{browser} auf {system}",
  unknownDevice: "unbekannt",
  seePasskeys: "Deine Passkeys ansehen",
  you: "Wenn du das warst, ist nichts zu tun.",
  notYou:
    "Wenn du das nicht warst: Melde dich an, entferne die Passkeys, die du nicht kennst, beende alle anderen Sitzungen und sag den Betreibern von {instance} Bescheid.",
  notYouTell:
    "Wenn du das nicht warst, ist vielleicht jemand anderes in deinem Konto: Sag den Betreibern von {instance} sofort Bescheid.",
  without: {
    notices: "Niemand erfährt per Mail von neuen Passkeys, neuen Anmeldungen und Wiederherstellungen.",
    addresses: "Niemand kann seine E-Mail-Adresse bestätigen oder ändern.",
    links:
      "Einladungen und Links zurück ins Konto werden nicht verschickt; wer sie erstellt, gibt sie weiter.",
    signInLinks: "Niemand kann einen Anmeldelink anfordern.",
  },
  verifyEmail: {
    subject: "Bestätige deine E-Mail-Adresse für {instance}",
    title: "Bestätige deine E-Mail-Adresse",
    body: "Bestätige, dass diese Adresse dir gehört, damit {instance} dich erreichen kann.",
    changeBody:
      "Bestätige, dass diese Adresse dir gehört. Dann ersetzt sie die Adresse, die dein Konto bei {instance} jetzt hat.",
    action: "Adresse bestätigen",
  },
  emailChangeRequested: {
    subject: "Deine E-Mail-Adresse bei {instance} soll geändert werden",
    title: "Eine andere E-Mail-Adresse",
    body: "In deinem Konto bei {instance} wurde eine andere E-Mail-Adresse eingetragen. Noch hat sich nichts geändert: Die neue Adresse muss erst bestätigt werden.",
  },
  emailChanged: {
    subject: "Deine E-Mail-Adresse bei {instance} wurde geändert",
    title: "Deine E-Mail-Adresse wurde geändert",
    body: "Dein Konto bei {instance} hat jetzt eine andere E-Mail-Adresse. Mails gehen von nun an dorthin; diese ist die letzte an diese Adresse.",
  },
  invitation: {
    subject: "Deine Einladung zu {instance}",
    title: "Deine Einladung zu {instance}",
    bodyFrom: "{name} lädt dich ein, ein Konto bei {instance} zu erstellen.",
    body: "Du bist eingeladen, ein Konto bei {instance} zu erstellen.",
    noPassword:
      "Ein Passwort brauchst du dir nicht auszudenken: Dein Handy, dein Computer oder ein Sicherheitsschlüssel erstellt einen Passkey, und du meldest dich mit Fingerabdruck, Gesicht oder PIN an.",
    action: "Konto erstellen",
    expires: "Die Einladung gilt noch {time}.",
    unexpected: "Wenn du sie nicht erwartet hast, ignoriere diese Mail.",
  },
  recoveryLink: {
    subject: "Dein Link zurück zu {instance}",
    title: "Dein Link zurück in dein Konto",
    body: "Die Administration von {instance} hat diesen Link für dich erstellt. Er öffnet dein Konto einmal, damit du einen Passkey hinzufügen kannst.",
    action: "Konto öffnen",
    secret:
      "Wer den Link hat, kann dein Konto öffnen: Gib ihn niemandem weiter. Wenn du ihn nicht erwartet hast, sag den Betreibern von {instance} Bescheid.",
  },
  signInLink: {
    subject: "Dein Anmeldelink für {instance}",
    title: "Dein Anmeldelink",
    body: "Jemand hat einen Link angefordert, um sich bei deinem Konto bei {instance} anzumelden:",
    action: "Anmelden",
    notYou:
      "Wenn du es nicht warst, ignoriere diese Mail: Ohne den Link kommt niemand hinein. Gib ihn niemals weiter, egal wer danach fragt.",
  },
  passkeyAdded: {
    subject: "Deinem Konto bei {instance} wurde ein Passkey hinzugefügt",
    title: "Ein Passkey wurde hinzugefügt",
    body: "Der Passkey „{passkey}“ öffnet von nun an dein Konto.",
  },
  passkeyRemoved: {
    subject: "Ein Passkey deines Kontos bei {instance} wurde entfernt",
    title: "Ein Passkey wurde entfernt",
    body: "Der Passkey „{passkey}“ öffnet dein Konto nicht mehr, und Browser, die damit angemeldet waren, sind abgemeldet.",
  },
  passkeyRevoked: {
    subject: "Ein Passkey deines Kontos bei {instance} wurde widerrufen",
    title: "Ein Passkey wurde widerrufen",
    body: "Die Administration hat den Passkey „{passkey}“ widerrufen. Er öffnet dein Konto nicht mehr, und Browser, die damit angemeldet waren, sind abgemeldet.",
    help: "Nimm einen anderen Passkey. Wenn du keinen hast oder nicht weißt, warum das geschehen ist, wende dich an die Betreiber von {instance}.",
  },
  newSignIn: {
    subject: "Neue Anmeldung bei deinem Konto bei {instance}",
    title: "Neue Anmeldung",
    body: "Jemand hat sich bei deinem Konto angemeldet, von einem Gerät oder Netz aus, das vorher noch nicht dabei war.",
  },
  recoveryUsed: {
    subject: "Dein Konto bei {instance} wurde ohne Passkey geöffnet",
    title: "Ohne Passkey geöffnet",
    recovery_code: "Dein Konto wurde mit einem deiner Wiederherstellungscodes geöffnet.",
    recovery_link: "Dein Konto wurde mit einem Link geöffnet, den die Administration erstellt hat.",
    sign_in_link: "Dein Konto wurde mit einem Link geöffnet, der dir per E-Mail geschickt wurde.",
    device_approval:
      "Dein Konto wurde auf einem Gerät geöffnet, das von einem anderen deiner Geräte eingelassen wurde.",
  },
  recoveryCodesMade: {
    subject: "Neue Wiederherstellungscodes für dein Konto bei {instance}",
    title: "Neue Wiederherstellungscodes",
    body: "Für dein Konto wurden neue Wiederherstellungscodes erstellt. Die bisherigen gelten nicht mehr.",
  },
  counterRegressed: {
    subject: "Dein Passkey wurde vielleicht kopiert",
    title: "Dein Passkey wurde vielleicht kopiert",
    body: "Dein Passkey „{passkey}“ für {instance} wurde verwendet, und sein Zähler war seit dem letzten Mal nicht gestiegen. Authentifikatoren zählen, wie oft sie benutzt werden; es könnte also eine Kopie davon geben. Es kann auch ein Fehler des Geräts sein.",
    letIn: "Die Anmeldung wurde angenommen.",
    refused: "Die Anmeldung wurde abgelehnt.",
    notYou:
      "Wenn du das nicht warst: Melde dich mit einem anderen Passkey an, entferne diesen und sag den Betreibern von {instance} Bescheid.",
    you: "Wenn du es warst: Füge auf einem anderen Gerät oder Sicherheitsschlüssel einen neuen Passkey hinzu und entferne diesen.",
    again: "Eine solche Mail bekommst du je Passkey höchstens einmal am Tag.",
  },
  accountDeleted: {
    subject: "Dein Konto bei {instance} wurde gelöscht",
    title: "Dein Konto wurde gelöscht",
    body: "Du hast dein Konto bei {instance} gelöscht. Deine Passkeys und was über dich bekannt war, sind weg; das ist die letzte Mail.",
    byAdministrator:
      "Die Administration hat dein Konto bei {instance} gelöscht. Deine Passkeys und was über dich bekannt war, sind weg; das ist die letzte Mail.",
    wrong:
      "Das lässt sich nicht rückgängig machen. Wenn du es nicht wolltest, sag den Betreibern von {instance} Bescheid.",
  },
  test: {
    subject: "Eine Testmail von {instance}",
    title: "Mails kommen an",
    body: "Das ist ein Test. {instance} kann Mails verschicken.",
  },
};
