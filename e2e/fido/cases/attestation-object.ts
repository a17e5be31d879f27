import { buildAuthenticatorData } from "#lib/testing/authenticator/authenticator-data.ts";
import { type Cbor, encodeCbor } from "#lib/testing/authenticator/cbor.ts";
import type { CreateDeviation } from "#lib/testing/authenticator/software-authenticator.ts";
import { acceptsAttestation, refusesAttestation } from "../ceremonies.ts";
import { madeBy, makers } from "../makers.ts";
import { defineSuite, invalidAttestation } from "../suite.ts";

const wishes = madeBy(makers.packed, "packed");
const refuses = (speaksOf: RegExp, deviation: CreateDeviation) =>
  refusesAttestation(invalidAttestation("attestation", speaksOf), deviation, wishes);
/** One member of the attestation object replaced, or removed. */
const refusesObject = (speaksOf: RegExp, member: string, value?: Cbor) =>
  refuses(speaksOf, { attestationObject: new Map([[member, value]]) });

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
    "F-1 not a map": refuses(/map/, {
      attestationObject: encodeCbor(["packed", new Map(), new Uint8Array(37)]),
    }),
    "F-2 fmt missing": refusesObject(/fmt/, "fmt"),
    "F-3 fmt not a string": refusesObject(/fmt/, "fmt", 7),
    "F-4 attStmt missing": refusesObject(/attStmt/, "attStmt"),
    "F-5 attStmt not a map": refusesObject(/attStmt/, "attStmt", ["alg", "sig"]),
    "F-6 authData missing": refusesObject(/authData/, "authData"),
    "F-7 authData not bytes": refusesObject(/authData/, "authData", "text"),
    "F-8 authData empty": refusesAttestation(
      invalidAttestation("authenticator_data"),
      { attestationObject: new Map([["authData", new Uint8Array()]]) },
      wishes,
    ),
    "F-9 AT clear although attested data is there": refuses(/left over/, { flags: { at: false } }),
    "F-10 AT clear and no attested data": refuses(/attested/, { authenticatorData: unattested(false) }),
    "F-11 AT set and no attested data": refuses(/attested/, { authenticatorData: unattested(true) }),
    "F-12 leftover bytes after the attested data": refuses(/left over/, { leftover: new Uint8Array(16) }),
    "F-13 packed: attStmt empty": refusesObject(/alg|sig/, "attStmt", new Map()),
    "F-14 packed: alg missing": refuses(/alg/, { fault: "alg-missing" }),
    "F-15 packed: alg not a number": refuses(/alg/, { fault: "alg-not-number" }),
    "F-16 packed: alg not the metadata statement's": refuses(/alg|sig/, { fault: "alg-mismatch" }),
    "F-17 packed: sig missing": refuses(/sig/, { fault: "signature-missing" }),
    "F-18 packed: sig not bytes": refuses(/sig/, { fault: "signature-not-bytes" }),
    "F-19 packed: sig empty": refuses(/sig/, { fault: "signature-empty" }),
  },
});
