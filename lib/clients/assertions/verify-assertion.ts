/** Authenticates a client by a JWT that it signed: with its key, or with its secret (RFC 7523 section 2.2). */
import { compactVerify, errors } from "jose";
import { z } from "zod";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { verifyClientJwt } from "../keys/verify-client-jwt.ts";
import { clientMacAlg, clientSigningAlgSchema } from "../schema.ts";
import { openClientSecret } from "../secrets/seal-secret.ts";
import type { StoredSecret } from "../store.ts";
import { spendJwt } from "../used-jwts/spend-jwt.ts";
import { assertionSkewSeconds, checkAssertionClaims } from "./check-assertion-claims.ts";

type Payload = Readonly<Record<string, unknown>>;

/** The reason to refuse, in the words of the audit trail, or undefined. One that verifies is spent by that. */
export async function assertionProblem(
  ctx: Context,
  client: ClientRow,
  secrets: readonly StoredSecret[],
  assertion: string,
): Promise<string | undefined> {
  // By the method that is registered, never by the header: a public key must not become the secret of a MAC.
  const payload =
    client.tokenEndpointAuthMethod === "private_key_jwt"
      ? (await verifyClientJwt(ctx, client, assertion, algorithmsOf(client)))?.payload
      : await verifyMac(ctx, secrets, assertion);
  if (!payload) return "wrong_signature";
  const claims = checkAssertionClaims(payload, {
    client,
    issuer: ctx.config.baseUrl,
    nowSeconds: ctx.now.getTime() / 1000,
  });
  if (typeof claims === "string") return claims;
  const first = await spendJwt(ctx, {
    purpose: "client_assertion",
    issuer: client.id,
    jti: claims.jti,
    expiresAt: new Date((claims.exp + assertionSkewSeconds) * 1000),
  });
  return first ? undefined : "assertion_replayed";
}

/** FAPI 2.0 Security Profile section 5.4.1: no RSASSA-PKCS1-v1_5 there. */
function algorithmsOf({ tokenEndpointAuthSigningAlg, securityProfile }: ClientRow): readonly string[] {
  return clientSigningAlgSchema.options.filter(
    (alg) =>
      (tokenEndpointAuthSigningAlg === null || tokenEndpointAuthSigningAlg === alg) &&
      (securityProfile !== "fapi2" || alg !== "RS256"),
  );
}

/** OIDC Core section 9: the key is the secret's own characters. Each secret that is live may be the one. */
async function verifyMac(
  { keyring }: Context,
  secrets: readonly StoredSecret[],
  assertion: string,
): Promise<Payload | undefined> {
  for (const { id, sealedSecret } of secrets) {
    if (sealedSecret === null) continue;
    const key = new TextEncoder().encode(openClientSecret(keyring, id, sealedSecret));
    try {
      const { payload } = await compactVerify(assertion, key, { algorithms: [clientMacAlg] });
      return z.record(z.string(), z.unknown()).safeParse(JSON.parse(Buffer.from(payload).toString("utf8")))
        .data;
    } catch (error) {
      if (!(error instanceof errors.JOSEError || error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}
