/** The issuer’s signing keys in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminSigningKeys as english } from "../en/admin-signing-keys.ts";

export const adminSigningKeys: Translated<typeof english> = {
  title: "Claves de firma",
  lead: "Con ellas Latchkey firma lo que dice a las aplicaciones. Cambian solas.",
  algorithms: {
    RS256: "RSA. Lo entienden todas las aplicaciones.",
    ES256: "ECDSA sobre P-256. Más corto, para las aplicaciones que lo piden.",
    EdDSA: "Ed25519. Lo más moderno, para las aplicaciones que lo piden.",
  },
  states: {
    next: "Siguiente",
    active: "Firma",
    retiring: "De salida",
    retired: "Retirada",
    revoked: "Revocada",
  },
  isNext:
    "Publicada desde el <when></when>, para que las aplicaciones la conozcan; puede firmar desde el <from></from>.",
  isActive: "Firma desde el <when></when>. Dará paso según lo previsto el <until></until>.",
  isHandingOver: "Firma desde el <when></when>. Tiene que dar paso y lo hará el <until></until>.",
  isRetiring:
    "Firmó hasta el <when></when>. Sigue publicada hasta el <until></until>, cuando haya caducado el último token que firmó.",
  isRetired: "Firmó desde el <when></when> y se retiró el <until></until>.",
  wasRevoked: "Revocada el <when></when>. Nada de lo que firmó se da por bueno.",
  retired:
    "{count, plural, one {# clave anterior} many {# de claves anteriores} other {# claves anteriores}}",
  rotate: "Cambiar ahora",
  rotateTitle: "¿Dar paso a las claves siguientes?",
  rotateBody:
    "Nadie pierde la sesión y los tokens siguen valiendo. Una clave que las aplicaciones quizá no conocen todavía toma el relevo en cuanto lleve publicada el tiempo suficiente.",
  which: "Cuáles",
  allAlgorithms: "Todos los algoritmos",
  revoke: "Revocar",
  revokeNamed: "Revocar {kid}",
  revokeTitle: "¿Revocar la clave {kid}?",
  revokeBody:
    "Para una clave que quizá tenga otra persona. En unos minutos las aplicaciones rechazan todos los tokens que firmó y hay que volver a iniciar sesión en ellas. No se puede deshacer.",
  revokeRetired:
    "Ya no firma nada. Revocarla deja constancia de que nada de lo que firmó se debe dar por bueno. No se puede deshacer.",
  effects: "Qué supone un cambio para las aplicaciones",
  bySchedule:
    "{days, plural, one {Cada clave firma durante # día; después toma el relevo la siguiente.} many {Cada clave firma durante # de días; después toma el relevo la siguiente.} other {Cada clave firma durante # días; después toma el relevo la siguiente.}} Ambas se publican mucho antes y mucho después.",
  appsFetch:
    "Las aplicaciones obtienen las claves por sí mismas y no notan nada. Los inicios de sesión y los tokens continúan.",
  appsPinned:
    "Una aplicación en la que se pegó una clave a mano falla con el cambio: haz que use la dirección de abajo.",
  whenToRevoke: "Revoca solo si una clave ha podido filtrarse. Para cambiar con calma, usa el cambio.",
  published: "Ver lo publicado (JWKS)",
};
