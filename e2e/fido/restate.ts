/** Gives a finished registration another attestation statement, over what it signed. */
import { createHash } from "node:crypto";
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import { type Cbor, encodeCbor } from "#lib/testing/authenticator/cbor.ts";
import { type Json, withMember } from "./ceremonies.ts";

/** `state` receives authenticatorData ‖ clientDataHash. */
export function restate(
  response: Json,
  fmt: string,
  state: (signed: Uint8Array) => ReadonlyMap<string, Cbor>,
): Json {
  const { attestationObject, clientDataJSON } = response.response as Record<string, string>;
  const decoded = decodeAttestationObject(bytesOf(attestationObject));
  const authData = decoded.get("authData");
  const clientDataHash = createHash("sha256").update(bytesOf(clientDataJSON)).digest();
  const attStmt = state(new Uint8Array(Buffer.concat([authData, clientDataHash])));
  const object = encodeCbor(
    new Map<string, Cbor>([
      ["fmt", fmt],
      ["attStmt", attStmt],
      ["authData", authData],
    ]),
  );
  return withMember(response, "response.attestationObject", Buffer.from(object).toString("base64url"));
}

function bytesOf(text = ""): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, "base64url"));
}
