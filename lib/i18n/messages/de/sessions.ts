/** Where somebody is signed in. */
import type { Translated } from "../../translated.ts";
import type { sessions as english } from "../en/sessions.ts";

export const sessions: Translated<typeof english> = {
  title: "Sitzungen",
  lead: "Die Browser, in denen du angemeldet bist. Wenn du einen abmeldest, wirst du auch bei den Apps abgemeldet, die du darin geöffnet hast, sofern sie darauf hören.",
  count: "{count, plural, one {# Sitzung} other {# Sitzungen}}",
  thisBrowser: "Dieser Browser",
  idle: "Ruht",
  unknownBrowser: "Unbekannter Browser",
  methods: {
    passkey: "Angemeldet mit <passkey></passkey>",
    recovery_code: "Angemeldet mit einem Wiederherstellungscode",
    recovery_link: "Angemeldet mit einem einmaligen Link der Administration",
    email_link: "Angemeldet mit einem Link aus einer Mail",
    device_approval: "Aus einem anderen Browser hereingelassen",
  },
  somePasskey: "einem Passkey",
  weaker: "Ohne Passkey",
  lastActive: "Zuletzt aktiv: {relative}",
  apps: "Apps: <names></names>",
  end: "Abmelden",
  endNamed: "{browser} abmelden",
  endTitle: "{browser} abmelden?",
  endBody: "Wer diesen Browser benutzt, muss sich wieder mit einem deiner Passkeys anmelden.",
  ended: "Dieser Browser ist abgemeldet.",
  endOthers: "Überall sonst abmelden",
  endOthersTitle: "Überall sonst abmelden?",
  endOthersBody: "Alle Browser außer diesem müssen sich wieder mit einem deiner Passkeys anmelden.",
  endedOthers: "Du bist überall sonst abgemeldet.",
  onlyHere: "Du bist sonst nirgends angemeldet.",
  keep: "Angemeldet lassen",
};
