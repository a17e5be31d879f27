/** Taking one's data along, and deleting the account. */
import type { Translated } from "../../translated.ts";
import type { myData as english } from "../en/my-data.ts";

export const myData: Translated<typeof english> = {
  title: "Deine Daten",
  lead: "Sie gehören dir: Nimm sie mit oder nimm sie weg.",
  export: {
    title: "Mitnehmen",
    body: "Eine Datei mit allem, was hier über dich bekannt ist: Profil, Passkeys ohne ihre Geheimnisse, Sitzungen, Apps, Gruppen und was das Sicherheitsprotokoll über dich sagt. Sie ist in JSON, das andere Programme lesen können.",
    button: "Deine Daten herunterladen",
    started: "Der Download hat begonnen.",
    hint: "Vorher bestätigst du mit einem Passkey, dass du es bist.",
  },
  delete: {
    title: "Dein Konto löschen",
    lead: "Das folgt daraus:",
    gone: "Profil, Bild, Passkeys, Wiederherstellungscodes und Gruppen sind sofort weg.",
    apps: "Du wirst überall abgemeldet, und deine Apps erfahren es. Was sie selbst aufbewahren, bleibt bei ihnen.",
    name: "Deine E-Mail-Adresse ist wieder frei: Jemand könnte damit ein Konto eröffnen.",
    trail:
      "Das Sicherheitsprotokoll bleibt, solange {instance} es aufbewahrt: Zeiten, IP-Adressen und Browser unter einer Nummer statt deinem Namen.",
    mail: "Du bekommst eine letzte Mail.",
    forGood: "Das lässt sich nicht rückgängig machen.",
    open: "Dein Konto löschen …",
    question: "Dein Konto bei {instance} löschen?",
    takeFirst:
      "Lade zuerst deine Daten herunter, wenn du etwas behalten willst. Danach lässt sich nichts zurückholen.",
    typed: "Gib deine E-Mail-Adresse {email} ein, um fortzufahren",
    mismatch: "Das ist nicht {email}.",
    confirm: "Endgültig löschen",
    keep: "Konto behalten",
    lastAdministrator:
      "Außer dir verwaltet hier niemand. Gib zuerst jemand anderem die Rolle Administration.",
    doneTitle: "Dein Konto ist gelöscht",
    doneBody: "Du bist abgemeldet. Wenn dein Passwortmanager den Passkey noch zeigt, entferne ihn dort.",
    close: "Schließen",
  },
  noScript: "Beides braucht einen Passkey, und Passkeys brauchen JavaScript.",
};
