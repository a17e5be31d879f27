import type { AttestationFault } from "#lib/testing/authenticator/attestation/formats.ts";
import type { Cbor } from "#lib/testing/authenticator/cbor.ts";
import { acceptsAttestation, refusesAttestation } from "../ceremonies.ts";
import { batch, madeBy, makers } from "../makers.ts";
import { restate } from "../restate.ts";
import { defineSuite, invalidAttestation } from "../suite.ts";

const packed = madeBy(makers.packed, "packed");
const self = madeBy(makers.selfOnly, "packed-self");

const refuses = (fault: AttestationFault, speaksOf: RegExp, wishes = packed) =>
  refusesAttestation(invalidAttestation("attestation", speaksOf), { fault }, wishes);
const refusesPath = (fault: AttestationFault, speaksOf: RegExp) =>
  refusesAttestation(invalidAttestation("attestation_trust", speaksOf), { fault }, packed);
const refusesUnknownFormat = (wishes: typeof packed) =>
  refusesAttestation(
    invalidAttestation("attestation_format"),
    { attestationObject: new Map([["fmt", "packed-by-nobody"]]) },
    wishes,
  );

defineSuite({
  name: "Server-ServerAuthenticatorAttestationResponse-Resp-5",
  about: "packed, full",
  positive: 5,
  negative: 14,
  cases: {
    "P-1 valid": acceptsAttestation({}, packed),
    "P-2 the chain links to the metadata's root": acceptsAttestation({}, packed),
    "P-3 the batch certificate is itself the metadata's anchor": acceptsAttestation(
      ({ respond }) =>
        restate(
          respond(),
          "packed",
          (signed) =>
            new Map<string, Cbor>([
              ["alg", batch.leaf.keyPair.algorithm],
              ["sig", batch.leaf.keyPair.sign(signed)],
              ["x5c", [batch.leaf.der]],
            ]),
        ),
      madeBy(batch, "packed"),
    ),
    "P-4 a root with critical basicConstraints": acceptsAttestation(
      {},
      madeBy(makers.criticalRoot, "packed"),
    ),
    "P-5 metadata with 64-bit vendorPrototypeConfigCommands": acceptsAttestation(
      {},
      madeBy(makers.largeNumbers, "packed"),
    ),
    "F-1 unknown fmt": refusesUnknownFormat(packed),
    "F-2 sig does not verify": refuses("signature-corrupt", /sig/),
    "F-3 x5c missing": refuses("x5c-missing", /sig/),
    "F-4 x5c not an array": refuses("x5c-not-array", /x5c/),
    "F-5 x5c empty": refuses("x5c-empty", /x5c/),
    "F-6 leaf expired": refusesPath("leaf-expired", /time/),
    "F-7 leaf not yet valid": refusesPath("leaf-not-yet-valid", /time/),
    "F-8 the leaf's algorithm is not the metadata's": refusesAttestation(
      invalidAttestation("metadata_statement"),
      { attestationAlgorithm: -35 },
      packed,
    ),
    "F-9 the chain does not verify": refusesPath("chain-broken", /issued/),
    "F-10 x5c carries the whole chain, the root too": refusesPath("chain-with-root", /root/),
    "F-11 the whole chain in the wrong order": refuses("chain-with-root-wrong-order", /sig/),
    "F-12 intermediate expired": refusesPath("intermediate-expired", /time/),
    "F-13 sig not by the leaf's key": refuses("signature-foreign", /sig/),
    "F-14 sig by the new credential's key": refuses("signed-by-credential-key", /sig/),
  },
});

defineSuite({
  name: "Server-ServerAuthenticatorAttestationResponse-Resp-6",
  about: "packed, self",
  positive: 1,
  negative: 3,
  cases: {
    "P-1 valid": acceptsAttestation({}, self),
    "F-1 sig does not verify": refuses("signature-corrupt", /sig/, self),
    "F-2 full, from a model whose metadata knows self attestation alone": refusesAttestation(
      invalidAttestation("metadata_statement"),
      {},
      madeBy(makers.selfOnly, "packed"),
    ),
    "F-3 unknown fmt": refusesUnknownFormat(self),
  },
});

defineSuite({
  name: "Server-ServerAuthenticatorAttestationResponse-Resp-7",
  about: "none",
  positive: 2,
  negative: 1,
  cases: {
    "P-1 valid": acceptsAttestation({ attestation: "none" }, { attestation: "none" }),
    "P-2 none asked for, packed self sent": acceptsAttestation(
      { attestation: "packed-self" },
      { attestation: "none" },
    ),
    "F-1 fmt none with a packed statement": refusesAttestation(
      invalidAttestation("attestation", /none/),
      { attestation: "none", fault: "statement-not-empty" },
      { attestation: "none" },
    ),
  },
});
