/** The sessions of all people in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminSessions as english } from "../en/admin-sessions.ts";

export const adminSessions: Translated<typeof english> = {
  title: "Sessions",
  lead: "Les navigateurs dans lesquels quelqu’un est connecté en ce moment.",
  searchLabel: "Nom, e-mail ou adresse IP",
  person: "Personne",
  device: "Appareil",
  method: "Connexion avec",
  started: "Début",
  seen: "Dernière activité",
  apps: "Applications",
  onDevice: "{person}, {device}",
  fromAddress: "Toutes depuis {ip}",
  app: "Application",
  anyApp: "Toutes les applications",
  state: "État",
  anyState: "Tous les états",
  states: {
    in_use: "En cours d’utilisation",
    idle: "Inactive",
    weaker: "Sans clé d’accès",
  },
  age: "Ancienneté",
  anyAge: "Toute ancienneté",
  ages: {
    day: "Plus d’un jour",
    week: "Plus d’une semaine",
    month: "Plus de 30 jours",
  },
  methods: {
    passkey: "Clé d’accès",
    recovery_code: "Code de secours",
    recovery_link: "Lien de récupération",
    email_link: "Lien par e-mail",
    device_approval: "Autre navigateur",
  },
  end: "Terminer",
  endSelected: "Terminer la sélection",
  endTitle: "Terminer les sessions sélectionnées ?",
  endBody:
    "Ces navigateurs sont déconnectés immédiatement, ainsi que les applications qui y ont été ouvertes, si elles en tiennent compte. Les personnes peuvent se reconnecter.",
};
