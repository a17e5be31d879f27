/** Android SafetyNet attestation (WebAuthn Level 2 section 8.5): a JWS of attest.android.com over a nonce. */
import { createHash } from "node:crypto";
import type { Cbor } from "../cbor.ts";
import { implicit, sequence } from "../der.ts";
import { makeKeyPair } from "../key-pair.ts";
import { chainFaults, issueChain } from "./authority.ts";
import { type AttestationFormat, manufacturerKey, type StatementInput, signedBytes } from "./statement.ts";

export const androidSafetynet = {
  fmt: "android-safetynet",
  faults: [
    ...chainFaults,
    "version-missing",
    "version-empty",
    "response-missing",
    "response-not-bytes",
    "response-empty",
    "response-of-two-parts",
    "signature-corrupt",
    "signature-foreign",
    "alg-none",
    "x5c-missing",
    "x5c-empty",
    "nonce-mismatch",
    "nonce-missing",
    "profile-mismatch",
    "timestamp-in-future",
    "timestamp-old",
    "timestamp-missing",
    "host-mismatch",
  ],
  build: (input) => {
    const { fault } = input;
    const statement = new Map<string, Cbor>();
    if (fault !== "version-missing") statement.set("ver", fault === "version-empty" ? "" : "14799021");
    const jws = fault === "response-empty" ? "" : attestationResponse(input);
    if (fault === "response-not-bytes") statement.set("response", jws);
    else if (fault !== "response-missing") statement.set("response", new Uint8Array(Buffer.from(jws)));
    return statement;
  },
} as const satisfies AttestationFormat;

function attestationResponse(input: StatementInput): string {
  const { fault } = input;
  const key = manufacturerKey(-257);
  const header: Record<string, unknown> = { alg: fault === "alg-none" ? "none" : "RS256" };
  if (fault !== "x5c-missing") header.x5c = fault === "x5c-empty" ? [] : certificates(input);
  const parts = [header, payload(input)].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  if (fault === "response-of-two-parts") return parts.join(".");
  const signer = fault === "signature-foreign" ? makeKeyPair(-257) : key;
  const signature = Buffer.from(signer.sign(Buffer.from(parts.join("."))));
  if (fault === "signature-corrupt") signature[9] = (signature[9] ?? 0) ^ 1;
  return [...parts, fault === "alg-none" ? "" : signature.toString("base64url")].join(".");
}

function certificates({ authority, fault }: StatementInput): string[] {
  const host = fault === "host-mismatch" ? "attest.android.example" : "attest.android.com";
  const template = {
    subject: [["CN", host]] as const,
    basicConstraints: { ca: false },
    extensions: [{ oid: "2.5.29.17", value: sequence(implicit(2, Buffer.from(host))) }],
  };
  const chain = issueChain(authority, template, manufacturerKey(-257), { fault });
  return chain.map((certificate) => Buffer.from(certificate).toString("base64"));
}

function payload(input: StatementInput): Record<string, unknown> {
  const { fault, now } = input;
  const nonce = createHash("sha256").update(signedBytes(input)).digest();
  if (fault === "nonce-mismatch") nonce[0] = (nonce[0] ?? 0) ^ 1;
  const offsetMs = fault === "timestamp-in-future" ? 600_000 : fault === "timestamp-old" ? -600_000 : -1000;
  const digest = createHash("sha256").update("com.google.android.gms").digest("base64");
  return {
    ...(fault === "nonce-missing" ? {} : { nonce: nonce.toString("base64") }),
    ...(fault === "timestamp-missing" ? {} : { timestampMs: now.getTime() + offsetMs }),
    apkPackageName: "com.google.android.gms",
    apkDigestSha256: digest,
    apkCertificateDigestSha256: [digest],
    ctsProfileMatch: fault !== "profile-mismatch",
    basicIntegrity: true,
  };
}
