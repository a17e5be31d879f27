/** The list of passkeys. */
import type { Translated } from "../../translated.ts";
import type { passkeys as english } from "../en/passkeys.ts";

export const passkeys: Translated<typeof english> = {
  title: "Passkeys",
  lead: "Jeder davon öffnet dein Konto. Hab mindestens zwei, an verschiedenen Orten.",
  count: "{count, plural, one {# Passkey} other {# Passkeys}}",
  onDevices: "Passkeys auf deinen Geräten",
  onKeys: "Passkeys auf Sicherheitsschlüsseln",
  add: "Passkey hinzufügen",
  synced: "Synchronisiert",
  notBackedUp: "Noch nicht gesichert",
  deviceOnly: "Nur auf diesem Gerät",
  securityKey: "Sicherheitsschlüssel",
  usedForSession: "Für diese Sitzung verwendet",
  copiedTitle: "Dieser Passkey wurde vielleicht kopiert",
  copiedBody:
    "Bei einer Anmeldung am <when></when> ist sein Zähler nicht gestiegen, so wie es wäre, wenn jemand anders eine Kopie hätte. Wenn du keinen harmlosen Grund kennst, etwa eine wiederhergestellte Sicherung, entferne ihn und erstelle einen neuen.",
  created: "Erstellt: <when></when>",
  lastUsed: "Zuletzt verwendet: {relative}",
  neverUsed: "Noch nicht verwendet",
  browserOn: "{browser} auf {system}",
  unnamed: "Passkey",
  empty: "Keine Passkeys",
  emptyBody: "Du hast keine. Füge einen hinzu, bevor du gehst, sonst kommst du nicht wieder hinein.",
  nudgeTitle: "Füge einen zweiten Passkey hinzu",
  nudgeBody:
    "Wenn du den einzigen verlierst, verlierst du das Konto. Leg einen zweiten auf deinem Handy oder auf einem Sicherheitsschlüssel an.",
  nudgeDeviceBound:
    "Dein einziger Passkey kann sein Gerät nicht verlassen. Leg einen zweiten auf deinem Handy oder auf einem Sicherheitsschlüssel an.",
  windowLeft: "Bestätigt, noch {time}",
  windowClosed: "Vor Änderungen bestätigst du, dass du es bist",
};
