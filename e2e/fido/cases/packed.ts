import type { AttestationFault } from "#lib/testing/authenticator/attestation/formats.ts";
import type { Cbor } from "#lib/testing/authenticator/cbor.ts";
import { acceptsAttestation, refusesAttestation } from "../ceremonies.ts";
import { batch, madeBy, makers } from "../makers.ts";
import { restate } from "../restate.ts";
import { defineSuite, invalidAttestation } from "../suite.ts";

const packed = madeBy(makers.packed, "packed");
const self = madeBy(makers.selfOnly, "packed-self");

const refuses = (fault: AttestationFault, rule: string, wishes: typeof packed = packed) =>
  refusesAttestation(invalidAttestation(rule), { fault }, wishes);
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
  negative: 13,
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
    "F-2 sig does not verify": refuses("signature-corrupt", "attestation"),
    "F-3 x5c missing": refuses("x5c-missing", "attestation"),
    "F-4 x5c not an array": refuses("x5c-not-array", "attestation"),
    "F-5 x5c empty": refuses("x5c-empty", "attestation"),
    "F-6 leaf expired": refuses("leaf-expired", "attestation_trust"),
    "F-7 leaf not yet valid": refuses("leaf-not-yet-valid", "attestation_trust"),
    "F-9 the chain does not verify": refuses("chain-broken", "attestation_trust"),
    "F-10 x5c carries the whole chain, the root too": refuses("chain-with-root", "attestation_trust"),
    "F-11 the whole chain in the wrong order": refuses("chain-with-root-wrong-order", "attestation"),
    "F-12 intermediate expired": refuses("intermediate-expired", "attestation_trust"),
    "F-13 sig not by the leaf's key": refuses("signature-foreign", "attestation"),
    "F-14 sig by the new credential's key": refuses("signed-by-credential-key", "attestation"),
  },
});

defineSuite({
  name: "Server-ServerAuthenticatorAttestationResponse-Resp-6",
  about: "packed, self",
  positive: 1,
  negative: 2,
  cases: {
    "P-1 valid": acceptsAttestation({}, self),
    "F-1 sig does not verify": refuses("signature-corrupt", "attestation", self),
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
      invalidAttestation("attestation"),
      { attestation: "none", fault: "statement-not-empty" },
      { attestation: "none" },
    ),
  },
});
