import type { CoseAlgorithm } from "#lib/testing/authenticator/key-pair.ts";
import { acceptsAttestation } from "../ceremonies.ts";
import { type Case, defineSuite } from "../suite.ts";

/** Registers and signs in with a key of that algorithm, which the options must have offered. */
function accepts(algorithm: CoseAlgorithm): Case {
  return acceptsAttestation(
    ({ options, respond }) => {
      if (!options.pubKeyCredParams.some(({ alg }) => alg === algorithm))
        throw new Error(`${algorithm} is not offered`);
      return respond();
    },
    { authenticator: { attestation: "packed-self", algorithm } },
  );
}

defineSuite({
  name: "Server-ServerAuthenticatorAttestationResponse-Resp-4",
  about: "algorithms",
  positive: 12,
  negative: 0,
  cases: {
    "P-1 ES256K": accepts(-47),
    "P-2 PS256": accepts(-37),
    "P-3 PS384": accepts(-38),
    "P-4 PS512": accepts(-39),
    "P-5 RS256": accepts(-257),
    "P-6 RS384": accepts(-258),
    "P-7 RS512": accepts(-259),
    "P-8 RS1, for which the list has ES256 sent": accepts(-7),
    "P-9 ES256": accepts(-7),
    "P-10 ES384": accepts(-35),
    "P-11 ES512": accepts(-36),
    "P-12 Ed25519": accepts(-8),
  },
});
