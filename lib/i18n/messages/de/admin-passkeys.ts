/** The passkeys of all people in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminPasskeys as english } from "../en/admin-passkeys.ts";

export const adminPasskeys: Translated<typeof english> = {
  title: "Passkeys",
  lead: "Alles, was hier ein Konto öffnet.",
  searchLabel: "Wessen: Name oder E-Mail-Adresse",
  passkey: "Passkey",
  person: "Person",
  ofPerson: "{name} von {person}",
  model: "Modell",
  anyModel: "Jedes Modell",
  unstatedModel: "Modell nicht angegeben",
  kind: "Art",
  anyKind: "Jede Art",
  kinds: {
    synced: "Synchronisiert",
    not_backed_up: "Noch nicht gesichert",
    device_bound: "Auf einem Gerät",
    security_key: "Sicherheitsschlüssel",
  },
  state: "Nutzung",
  anyState: "Alle, die funktionieren",
  states: {
    never_used: "Nie benutzt",
    unused: "90 Tage unbenutzt",
    clone_suspected: "Kopie vermutet",
    revoked: "Widerrufen",
  },
  trust: "Herkunftsnachweis",
  anyTrust: "Jeder Nachweis",
  trusts: {
    none: "Keiner",
    self: "Durch sich selbst",
    unverified: "Nicht geprüft",
    trusted: "Bewiesen",
  },
  used: "Zuletzt benutzt",
  added: "Hinzugefügt",
  copied: "Kopie vermutet",
  copiedHint:
    "Bei jedem davon ist der Zähler bei einer Anmeldung nicht gestiegen, so wie es wäre, wenn jemand anders eine Kopie hätte. Frag die Person nach einer wiederhergestellten Sicherung; weiß sie von keiner, widerrufe ihn.",
  revokedBecause: "Widerrufen: {reason}",
  revoke: "Widerrufen",
  revokeSelected: "Ausgewählte widerrufen",
  revokeSelectedTitle: "Ausgewählte Passkeys widerrufen?",
  revokeBody:
    "Sie funktionieren sofort nicht mehr, und die Sitzungen, die sie geöffnet haben, enden. Wer keinen anderen Passkey hat, braucht einen Wiederherstellungslink.",
  revokeModel: "Alle dieses Modells widerrufen",
  revokeModelTitle: "Jeden Passkey von {name} widerrufen?",
  revokeModelCount: "{count, plural, one {Das beendet # Passkey.} other {Das beendet # Passkeys.}}",
  revokeModelMany: "Das beendet mehr als {count, number} Passkeys.",
  revokeModelBody:
    "Sie funktionieren sofort nicht mehr, und die Sitzungen, die sie geöffnet haben, enden. Wer keinen anderen Passkey hat, braucht einen Wiederherstellungslink. Dein eigener letzter Passkey und der des letzten Administrators bleiben.",
  revokeModelConfirm: "Alle widerrufen",
  reason: "Grund",
  reasonHint: "Bleibt beim Passkey und im Protokoll stehen.",
};
