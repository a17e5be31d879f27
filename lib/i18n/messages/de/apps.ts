/** The apps that somebody signed in to, and the ones that they may go to. */
import type { Translated } from "../../translated.ts";
import type { apps as english } from "../en/apps.ts";

export const apps: Translated<typeof english> = {
  title: "Apps",
  lead: "Die Apps, bei denen du dich mit diesem Konto angemeldet hast, und was jede von dir sieht.",
  open: "{app} öffnen",
  firstParty: "Gehört zu {instance}",
  selfRegistered: "Hat sich selbst angemeldet",
  disabled: "Abgeschaltet",
  firstAllowed: "Seit <when></when>",
  lastUsed: "zuletzt angemeldet: {relative}",
  sees: "Sieht: {claims}",
  maySee: "Kann sehen: {claims}",
  seesNothing: "Sieht nur eine Kennung, die dein Konto von anderen unterscheidet.",
  exactly: "Was genau?",
  exactlyNamed: "Was genau sieht {app}?",
  offline: "Sie kann das weiter nutzen, während du nicht da bist.",
  resources: "Sie kann diese Dienste in deinem Namen nutzen:",
  revoke: "Zugriff entziehen",
  revokeNamed: "Zugriff entziehen: {app}",
  revokeTitle: "{app} den Zugriff entziehen?",
  revokeBody:
    "{app} kann dein Konto nicht mehr nutzen, auch nicht in deiner Abwesenheit, und soll dich abmelden. Was sie schon weiß, kann sie behalten. Wenn du dich wieder bei ihr anmeldest, fragt sie dich neu.",
  revokeBodyFirstParty:
    "{app} verliert jetzt den Zugriff, auch in deiner Abwesenheit, und soll dich abmelden. Weil sie zu {instance} gehört, bekommt sie ihn ohne Nachfrage wieder, sobald du dich bei ihr anmeldest.",
  keep: "Behalten",
  revoked: "Der Zugriff ist entzogen.",
  empty: "Noch keine Apps",
  emptyBody:
    "Wenn du dich mit diesem Konto bei einer App anmeldest, steht sie hier, mit dem, was sie von dir sieht.",
};
