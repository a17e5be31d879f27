/** A passkey of this device's own, offered after a sign-in with one from elsewhere. */
import type { Translated } from "../../translated.ts";
import type { thisDevice as english } from "../en/this-device.ts";

export const thisDevice: Translated<typeof english> = {
  title: "Passkey auf diesem Gerät hinzufügen?",
  lead: "Du bist angemeldet, mit einem Passkey von einem anderen Gerät. Mit einem eigenen brauchst du das andere nächstes Mal nicht.",
  own: "Nur auf einem eigenen Gerät: Wer es entsperren kann, könnte sich als du anmelden.",
  add: "Passkey hier hinzufügen",
  hint: "In diesem Browser wirst du 30 Tage lang nicht wieder gefragt.",
  notNow: "Nicht jetzt",
};
