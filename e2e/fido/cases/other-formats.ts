import type { AttestationFault } from "#lib/testing/authenticator/attestation/formats.ts";
import { acceptsAttestation, refusesAttestation, type Wishes } from "../ceremonies.ts";
import { madeBy, makers } from "../makers.ts";
import { defineSuite, invalidAttestation } from "../suite.ts";

const u2f = madeBy(makers.u2f, "fido-u2f");
const tpm = madeBy(makers.tpm, "tpm");
const androidKey = madeBy(makers.androidKey, "android-key");
const safetyNet = madeBy(makers.safetyNet, "android-safetynet");

const refuses = (wishes: Wishes, fault: AttestationFault, speaksOf: RegExp, flags = {}) =>
  refusesAttestation(invalidAttestation("attestation", speaksOf), { fault, flags }, wishes);

/** A U2F key cannot tell whom it has before it. */
const flags = { uv: false };

defineSuite({
  name: "Server-ServerAuthenticatorAttestationResponse-Resp-8",
  about: "fido-u2f",
  positive: 1,
  negative: 2,
  cases: {
    "P-1 valid": acceptsAttestation({ flags }, u2f),
    "F-1 AAGUID not zero": refusesAttestation(
      invalidAttestation("attestation", /AAGUID/),
      { flags, aaguid: makers.packed.aaguid },
      u2f,
    ),
    "F-2 sig does not verify": refuses(u2f, "signature-corrupt", /sig/, flags),
  },
});

defineSuite({
  name: "Server-ServerAuthenticatorAttestationResponse-Resp-9",
  about: "tpm",
  positive: 3,
  negative: 4,
  cases: {
    "P-1 valid, SHA-256": acceptsAttestation({ attestationAlgorithm: -257 }, tpm),
    "P-2 valid, SHA-1": acceptsAttestation({ attestationAlgorithm: -65535 }, tpm),
    "P-4 valid, ES256": acceptsAttestation({ attestationAlgorithm: -7 }, tpm),
    "F-1 certificates in the wrong order": refuses(tpm, "chain-wrong-order", /sig|issued/),
    "F-2 certInfo.extraData is not the hash of attToBeSigned": refuses(
      tpm,
      "extra-data-mismatch",
      /extraData/,
    ),
    "F-3 certInfo.magic is not TPM_GENERATED_VALUE": refuses(tpm, "magic-wrong", /magic|TPM/),
    "F-4 pubArea.unique is not the credential's key": refuses(tpm, "pub-area-mismatch", /pubArea/),
  },
});

defineSuite({
  name: "Server-ServerAuthenticatorAttestationResponse-Resp-A",
  about: "android-key",
  positive: 1,
  negative: 3,
  cases: {
    "P-1 valid": acceptsAttestation({}, androidKey),
    "F-1 attestationChallenge is not the clientDataHash": refuses(
      androidKey,
      "challenge-mismatch",
      /attestationChallenge/,
    ),
    "F-2 the leaf's key is not the credential's": refuses(androidKey, "key-mismatch", /key/),
    "F-3 certificates in the wrong order": refuses(androidKey, "chain-wrong-order", /sig|issued/),
  },
});

// SafetyNet has ended and left the list; phones that have not been updated still answer with it.
defineSuite({
  name: "Beyond the list",
  about: "android-safetynet",
  positive: 1,
  negative: 15,
  cases: {
    "P-1 valid": acceptsAttestation({}, safetyNet),
    "F-1 ver missing": refuses(safetyNet, "version-missing", /ver/),
    "F-2 ver empty": refuses(safetyNet, "version-empty", /ver/),
    "F-3 response missing": refuses(safetyNet, "response-missing", /response/),
    "F-4 response empty": refuses(safetyNet, "response-empty", /response/),
    "F-5 response no JWS": refuses(safetyNet, "response-of-two-parts", /JWS/),
    "F-6 response not signed": refuses(safetyNet, "alg-none", /alg/),
    "F-7 signature does not verify": refuses(safetyNet, "signature-corrupt", /signature/),
    "F-8 signature of another key": refuses(safetyNet, "signature-foreign", /signature/),
    "F-9 nonce not the digest of what is attested": refuses(safetyNet, "nonce-mismatch", /nonce/),
    "F-10 nonce missing": refuses(safetyNet, "nonce-missing", /nonce/),
    "F-11 ctsProfileMatch false": refuses(safetyNet, "profile-mismatch", /system/),
    "F-12 timestampMs in the future": refuses(safetyNet, "timestamp-in-future", /another time/),
    "F-13 timestampMs older than a minute": refuses(safetyNet, "timestamp-old", /another time/),
    "F-14 timestampMs missing": refuses(safetyNet, "timestamp-missing", /timestampMs/),
    "F-15 certificate not of attest.android.com": refuses(safetyNet, "host-mismatch", /another service/),
  },
});
