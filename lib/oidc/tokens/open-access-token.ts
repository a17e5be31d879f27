/** An access token that somebody presents at an endpoint of ours: in force, and presented by who may. */
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { checkDpopProof, checkProofAlgorithm, type DpopProof } from "../dpop/check-dpop-proof.ts";
import { findLiveAccessToken, type LiveAccessToken } from "./store.ts";

export interface PresentedToken {
  readonly token: string;
  /** As the `Authorization` header named it; a token in a form body is a bearer token. */
  readonly scheme: "Bearer" | "DPoP";
  /** The `DPoP` header as sent. */
  readonly proof?: string | undefined;
  readonly method: string;
  /** Of the endpoint, without query. */
  readonly url: string;
}

/** The token as a bearer would present it. */
export function bearerToken(token: string): PresentedToken {
  return { token, scheme: "Bearer", method: "GET", url: "" };
}

/**
 * RFC 6750 section 3.1, RFC 9449 section 7. A bound token opens nothing without its key, and one that is bound to no key
 * is no DPoP token.
 * @throws OAuthError invalid_token, invalid_dpop_proof, use_dpop_nonce
 */
export async function openAccessToken(ctx: Context, presented: PresentedToken): Promise<LiveAccessToken> {
  const proof = presented.scheme === "DPoP" ? await proveKey(ctx, presented) : undefined;
  const token = await findLiveAccessToken(ctx.db, { tokenHash: sha256(presented.token), now: ctx.now });
  if (!token) throw new OAuthError("invalid_token", "The access token is not valid, or not any more.");
  if (token.dpopJkt !== (proof?.jkt ?? null))
    throw new OAuthError(
      "invalid_token",
      token.dpopJkt === null
        ? "The access token is not bound to a key: present it as a bearer token."
        : "The access token is bound to a key: present it with a DPoP proof by that key.",
    );
  if (proof) checkProofAlgorithm(token.client, proof);
  return token;
}

async function proveKey(ctx: Context, { token, proof, method, url }: PresentedToken): Promise<DpopProof> {
  if (proof === undefined) throw new OAuthError("invalid_dpop_proof", "The DPoP header is missing.");
  const input = { header: proof, method, url, accessToken: token, requireNonce: true };
  return await checkDpopProof(ctx, input);
}
