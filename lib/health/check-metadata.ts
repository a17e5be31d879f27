/** Whether the authenticator metadata is there and current: without it no attestation is trusted. */
import type { Runtime } from "#lib/context/context.ts";
import { describeMetadata, type MetadataState } from "#lib/passkeys/metadata/describe-metadata.ts";
import type { MetadataProblem } from "#lib/passkeys/metadata/schema.ts";
import type { HealthRow } from "./report.ts";

const reasons: Readonly<Record<MetadataProblem, string>> = {
  unreachable: "it cannot be read",
  too_large: "it is too large",
  trust_files: "the root or a revocation list cannot be read",
  not_a_jwt: "it is not a signed BLOB",
  certificates: "its certificates cannot be read",
  chain: "its certificates do not lead to the root",
  signer: "it is signed by somebody else",
  revocation_list: "a revocation list is not its issuer's",
  revoked: "its signer was revoked",
  signature: "its signature is wrong",
  payload: "its content is malformed",
  older: "it is older than the one in use",
};

/** No row where no metadata is configured; never worse than degraded, as people can sign in. */
export async function checkMetadata(runtime: Runtime, now: Date): Promise<HealthRow[]> {
  const state = await describeMetadata(runtime, now);
  return state ? [metadataRow(state)] : [];
}

export function metadataRow({ serial, outdated, problem }: MetadataState): HealthRow {
  const why = problem === undefined ? "" : ` The newest was refused: ${reasons[problem]}.`;
  if (serial === undefined) {
    const message = `There is no authenticator metadata yet, so no attestation is trusted.${why}`;
    return { name: "metadata", status: "degraded", message };
  }
  const inUse = `Authenticator metadata ${serial} is in use`;
  if (problem !== undefined) return { name: "metadata", status: "degraded", message: `${inUse}.${why}` };
  return outdated
    ? { name: "metadata", status: "degraded", message: `${inUse}, and a newer one is overdue.` }
    : { name: "metadata", status: "healthy", message: `${inUse}.` };
}
