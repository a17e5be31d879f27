import { expect } from "vitest";
import type { BlobFault } from "#lib/testing/metadata/build-metadata-blob.ts";
import { acceptsAttestation, refusesAttestation } from "../ceremonies.ts";
import { instance } from "../instance.ts";
import { madeBy, makeMaker, makers } from "../makers.ts";
import { writeBadBlob } from "../metadata.ts";
import { type Case, defineSuite, invalidAttestation, type Refusal } from "../suite.ts";

const compromised: Refusal = { status: 403, begins: "ATTESTATION_NOT_ALLOWED (model_compromised): " };

/** The bad BLOB alone knows the maker: who is believed only if the BLOB is. The good one stays in force. */
function refusesBlob(
  wrong: { readonly fault?: BlobFault; readonly signedBy?: "intermediateRevoked" | "leafRevoked" },
  problem: string,
): Case {
  return async () => {
    const maker = makeMaker();
    writeBadBlob(maker, wrong);
    await instance().restart();
    await expect.poll(() => instance().output(), { timeout: 10_000 }).toMatch(refusalOf(problem));
    await refusesAttestation(invalidAttestation("attestation_trust"), {}, madeBy(maker, "packed"))();
    await acceptsAttestation({}, madeBy(makers.packed, "packed"))();
  };
}

/** The line of the log. */
const refusalOf = (problem: string) => new RegExp(`${problem}.*new metadata was refused`);

defineSuite({
  name: "Server-MDS3",
  about: "metadata BLOBs",
  positive: 1,
  negative: 5,
  cases: {
    "P-1 an authenticator of the valid BLOB": acceptsAttestation({}, madeBy(makers.packed, "packed")),
    "F-1 a status report says that the model is compromised": async () => {
      for (const maker of Object.values(makers.compromised))
        await refusesAttestation(compromised, {}, madeBy(maker, "packed"))();
    },
    "F-2 the BLOB's signature is invalid": refusesBlob({ fault: "signature-corrupt" }, "signature"),
    "F-3 the BLOB's certificate chain is invalid": refusesBlob({ fault: "chain-broken" }, "chain"),
    "F-4 the BLOB's intermediate is revoked": refusesBlob({ signedBy: "intermediateRevoked" }, "revoked"),
    "F-5 the BLOB's leaf is revoked": refusesBlob({ signedBy: "leafRevoked" }, "revoked"),
  },
});
