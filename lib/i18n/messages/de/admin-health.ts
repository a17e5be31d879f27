/** The state of the system in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminHealth as english } from "../en/admin-health.ts";

export const adminHealth: Translated<typeof english> = {
  title: "Zustand",
  lead: "Ob alles in Ordnung ist, was Menschen und Apps brauchen, Stand jetzt.",
  statuses: {
    healthy: "Alles in Ordnung",
    degraded: "Braucht Aufmerksamkeit",
    unhealthy: "Gestört",
  },
  detail: "Einzelheit",
  parts: {
    database: {
      name: "Datenbank",
      means: "Alles, was hier bekannt ist, steht darin.",
      todo: "Sieh nach, ob PostgreSQL läuft, erreichbar ist und Verbindungen frei hat.",
    },
    signing_keys: {
      name: "Signaturschlüssel",
      means: "Ohne einen kann sich niemand bei einer App anmelden.",
      todo: "Sieh auf die Seite der Signaturschlüssel, und ob die Schlüsseldatei zu dieser Datenbank gehört.",
    },
    clock: {
      name: "Uhr",
      means: "Nach ihr laufen Codes und Token ab.",
      todo: "Lass NTP die Uhren dieses Rechners und der Datenbank stellen.",
    },
    metadata: {
      name: "Metadaten der Authenticatoren",
      means: "Sie beweisen, welches Modell einen Passkey hält.",
      todo: "Sieh nach, ob Datei oder Adresse aus MDS_BLOB erreichbar ist und welche Wurzel MDS_ROOT nennt.",
    },
    mail: {
      name: "E-Mail",
      means: "Damit werden Menschen gewarnt und wieder hereingelassen.",
      todo: "Sieh auf die Seite E-Mail: Dort steht, was nicht ankam und warum.",
    },
    disk: {
      name: "Festplatte",
      means: "Die eingebaute Datenbank bleibt stehen, wenn sie voll ist.",
      todo: "Schaff Platz, wo das Datenverzeichnis liegt.",
    },
  },
  partsTitle: "Teile",
  arrivalTitle: "Wie du hierher kamst",
  arrivalLead:
    "Abgelesen an genau dieser Anfrage: Was vor Latchkey steht, kann falsch eingestellt sein, ohne dass es jemand merkt.",
  arrival: {
    address_fits: "Die Adresse, die du benutzt hast, ist BASE_URL.",
    address_differs:
      "Du kamst über eine andere Adresse als BASE_URL. Passkeys funktionieren nur dort: Lass den Proxy den Host weitergeben, oder berichtige BASE_URL.",
    https: "Der Proxy sagt, dass du über HTTPS kamst.",
    https_untold: "Der Proxy sagt nicht, ob du über HTTPS kamst. Lass ihn X-Forwarded-Proto setzen.",
    not_https: "Der Proxy sagt, dass du ohne HTTPS kamst. Lass ihn alle auf https:// schicken.",
    local: "BASE_URL liegt auf diesem Rechner, also braucht nichts HTTPS.",
    client_address_known: "Die Adressen der Menschen kommen an: Grenzen und Protokoll sehen jede einzeln.",
    proxy_unknown:
      "Ein Proxy gibt Adressen weiter, aber TRUSTED_PROXIES nennt ihn nicht: Alle scheinen vom Proxy zu kommen und teilen sich seine Grenzen.",
    proxy_silent:
      "Was davor steht, gibt keine Adressen weiter: Alle scheinen von dort zu kommen und teilen sich die Grenzen. Lass es X-Forwarded-For setzen und nenne es in TRUSTED_PROXIES.",
  },
  jobsTitle: "Geplante Arbeiten",
  jobsLead: "Was einmal für alle Instanzen getan wird, zeigt den letzten Lauf auf irgendeiner.",
  job: "Arbeit",
  every: "Alle",
  last: "Letzter Lauf",
  took: "Dauer",
  jobStatus: "Zustand",
  jobStatuses: {
    well: "Gut",
    failing: "Scheitert",
    waiting: "Noch nicht gelaufen",
  },
  everywhere: "Auf dieser Instanz",
  failedAt: "Gescheitert",
  programTitle: "Programm",
  version: "Version",
  runtime: "Node.js",
  database: "Datenbank",
  databases: {
    embedded: "Eingebaut",
    external: "PostgreSQL-Server",
  },
  started: "Gestartet",
  copyTitle: "Für einen Bericht",
  copyLead: "Ohne Geheimnisse, Namen und Adressen.",
  copyLabel: "Zustand als Text",
  copy: "Kopieren",
  copied: "Kopiert",
  rows: "Zeilen",
};
