import type { AttestationFault } from "#lib/testing/authenticator/attestation/formats.ts";
import { buildAuthenticatorData } from "#lib/testing/authenticator/authenticator-data.ts";
import { type Cbor, encodeCbor } from "#lib/testing/authenticator/cbor.ts";
import type { CreateDeviation } from "#lib/testing/authenticator/software-authenticator.ts";
import { acceptsAttestation, refusesAttestation } from "../ceremonies.ts";
import { madeBy, makers } from "../makers.ts";
import { defineSuite, invalidAttestation } from "../suite.ts";

const wishes = madeBy(makers.packed, "packed");
const refuses = (deviation: CreateDeviation, rule = "attestation") =>
  refusesAttestation(invalidAttestation(rule), deviation, wishes);
/** One member of the attestation object replaced, or removed. */
const refusesObject = (member: string, value?: Cbor, rule?: string) =>
  refuses({ attestationObject: new Map([[member, value]]) }, rule);
const refusesStatement = (fault: AttestationFault) => refuses({ fault });

/** Authenticator data that attests nothing, whatever its flag says. */
const unattested = (at: boolean) =>
  buildAuthenticatorData({
    rpId: "localhost",
    flags: { up: true, uv: true, be: false, bs: false, at },
    signCount: 1,
  });

defineSuite({
  name: "Server-ServerAuthenticatorAttestationResponse-Resp-3",
  about: "attestationObject",
  positive: 1,
  negative: 19,
  cases: {
    "P-1 ED with extension data": acceptsAttestation(
      { extensions: new Map([["example.extension", "This is an example of an extension output"]]) },
      wishes,
    ),
    "F-1 not a map": refuses({ attestationObject: encodeCbor(["packed", new Map(), new Uint8Array(37)]) }),
    "F-2 fmt missing": refusesObject("fmt"),
    "F-3 fmt not a string": refusesObject("fmt", 7),
    "F-4 attStmt missing": refusesObject("attStmt"),
    "F-5 attStmt not a map": refusesObject("attStmt", ["alg", "sig"]),
    "F-6 authData missing": refusesObject("authData"),
    "F-7 authData not bytes": refusesObject("authData", "text"),
    "F-8 authData empty": refusesObject("authData", new Uint8Array(), "authenticator_data"),
    "F-9 AT clear although attested data is there": refuses({ flags: { at: false } }),
    "F-10 AT clear and no attested data": refuses({ authenticatorData: unattested(false) }),
    "F-11 AT set and no attested data": refuses({ authenticatorData: unattested(true) }),
    "F-12 leftover bytes after the attested data": refuses({ leftover: new Uint8Array(16) }),
    "F-13 packed: attStmt empty": refusesObject("attStmt", new Map()),
    "F-14 packed: alg missing": refusesStatement("alg-missing"),
    "F-15 packed: alg not a number": refusesStatement("alg-not-number"),
    "F-16 packed: alg not the metadata statement's": refusesStatement("alg-mismatch"),
    "F-17 packed: sig missing": refusesStatement("signature-missing"),
    "F-18 packed: sig not bytes": refusesStatement("signature-not-bytes"),
    "F-19 packed: sig empty": refusesStatement("signature-empty"),
  },
});
