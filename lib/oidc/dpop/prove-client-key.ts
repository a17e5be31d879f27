/** A client's proof at an endpoint where it names itself: the thumbprint of its key. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { checkDpopProof, checkProofAlgorithm } from "./check-dpop-proof.ts";

export interface ClientProof {
  /** The `DPoP` header as sent. */
  readonly header: string;
  readonly path: "/oauth/token" | "/oauth/par" | "/oauth/device";
  readonly requireNonce: boolean;
}

/** RFC 9449 sections 5 and 10.1. @throws OAuthError invalid_dpop_proof, use_dpop_nonce */
export async function proveClientKey(
  ctx: Context,
  client: ClientRow,
  { header, path, requireNonce }: ClientProof,
): Promise<string> {
  const url = `${ctx.config.baseUrl}${path}`;
  const proof = await checkDpopProof(ctx, { header, method: "POST", url, requireNonce });
  checkProofAlgorithm(client, proof);
  return proof.jkt;
}
