/** The issuer’s signing keys in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminSigningKeys as english } from "../en/admin-signing-keys.ts";

export const adminSigningKeys: Translated<typeof english> = {
  title: "Signaturschlüssel",
  lead: "Damit unterschreibt Latchkey, was es Apps sagt. Sie wechseln von selbst.",
  algorithms: {
    RS256: "RSA. Das versteht jede App.",
    ES256: "ECDSA mit P-256. Kürzer, für Apps, die danach fragen.",
    EdDSA: "Ed25519. Das modernste, für Apps, die danach fragen.",
  },
  states: {
    next: "Nächster",
    active: "Unterschreibt",
    retiring: "Läuft aus",
    retired: "Ausgedient",
    revoked: "Widerrufen",
  },
  isNext: "Veröffentlicht seit <when></when>, damit Apps ihn kennen; darf ab <from></from> unterschreiben.",
  isActive: "Unterschreibt seit <when></when>. Übergibt nach Plan am <until></until>.",
  isHandingOver: "Unterschreibt seit <when></when>. Soll übergeben und tut es am <until></until>.",
  isRetiring:
    "Unterschrieb bis <when></when>. Bleibt veröffentlicht bis <until></until>, wenn das letzte Token abgelaufen ist, das er unterschrieben hat.",
  isRetired: "Unterschrieb ab <when></when> und wurde am <until></until> entfernt.",
  wasRevoked: "Widerrufen am <when></when>. Nichts, was er unterschrieben hat, wird geglaubt.",
  retired: "{count, plural, one {# früherer Schlüssel} other {# frühere Schlüssel}}",
  rotate: "Jetzt wechseln",
  rotateTitle: "Die nächsten Schlüssel übernehmen lassen?",
  rotateBody:
    "Niemand wird abgemeldet, und Token bleiben gültig. Ein nächster Schlüssel, den Apps vielleicht noch nicht kennen, übernimmt, sobald er lange genug veröffentlicht ist.",
  which: "Welche",
  allAlgorithms: "Alle Verfahren",
  revoke: "Widerrufen",
  revokeNamed: "{kid} widerrufen",
  revokeTitle: "Den Schlüssel {kid} widerrufen?",
  revokeBody:
    "Für einen Schlüssel, den vielleicht jemand anders hat. Binnen Minuten lehnen Apps jedes Token ab, das er unterschrieben hat, und alle melden sich dort neu an. Das lässt sich nicht rückgängig machen.",
  revokeRetired:
    "Er unterschreibt nichts mehr. Der Widerruf hält fest, dass nichts geglaubt werden darf, was er unterschrieben hat. Das lässt sich nicht rückgängig machen.",
  effects: "Was ein Wechsel für Apps bedeutet",
  bySchedule:
    "{days, plural, one {Jeder Schlüssel unterschreibt # Tag lang; dann übernimmt der nächste.} other {Jeder Schlüssel unterschreibt # Tage lang; dann übernimmt der nächste.}} Beide sind lange vorher und nachher veröffentlicht.",
  appsFetch: "Apps holen die Schlüssel selbst und merken nichts. Anmeldungen und Token laufen weiter.",
  appsPinned:
    "Eine App, in die ein Schlüssel von Hand eingetragen wurde, scheitert beim Wechsel: Lass sie stattdessen die Adresse unten nutzen.",
  whenToRevoke:
    "Widerrufe nur, wenn ein Schlüssel in falsche Hände gekommen sein kann. Um in Ruhe zu wechseln, wechsle.",
  published: "Ansehen, was veröffentlicht ist (JWKS)",
};
