/** No attestation (WebAuthn Level 3 section 8.7): an empty map. */
import type { Cbor } from "../cbor.ts";
import { packedSelf } from "./packed.ts";
import type { AttestationFormat } from "./statement.ts";

export const none = {
  fmt: "none",
  faults: ["statement-not-empty"],
  build: (input) =>
    input.fault === "statement-not-empty"
      ? packedSelf.build({ ...input, fault: undefined })
      : new Map<string, Cbor>(),
} as const satisfies AttestationFormat;
