/** The ID Token (OIDC Core section 2): who signed in, when and how, for one app. */
import { hash } from "node:crypto";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { signingAlgorithmSchema } from "#lib/signing-keys/schema.ts";
import { signJwt } from "#lib/signing-keys/sign-jwt.ts";
import { readPersonClaims } from "../claims/read-person-claims.ts";
import type { ClaimsRequest } from "../claims/schema.ts";
import { knownScopes } from "../claims/scopes.ts";
import { subjectOf } from "../subjects/subject-of.ts";
import { idTokenLifetimeSeconds } from "./lifetimes.ts";
import type { TokenSubject } from "./token-subject.ts";

export interface IdTokenInput {
  readonly client: ClientRow;
  readonly subject: TokenSubject;
  readonly scopes: readonly string[];
  readonly claims?: ClaimsRequest | undefined;
  readonly nonce?: string | undefined;
  /** Given together with it, by the same answer: their hashes bind them to this token. */
  readonly accessToken?: string | undefined;
  readonly code?: string | undefined;
  /** The claims of the scopes too: for who has no access token to ask userinfo with. */
  readonly withScopeClaims?: boolean;
}

/**
 * Claims of the person only where the `claims` parameter asked for them here, or the client is set so; apps read the
 * rest at userinfo.
 */
export function signIdToken(ctx: Context, input: IdTokenInput): Promise<string> {
  const { client, subject } = input;
  const issuedAt = Math.floor(ctx.now.getTime() / 1000);
  const scopes = client.claimsInIdToken || input.withScopeClaims ? knownScopes(input.scopes) : [];
  const payload = {
    ...readPersonClaims(subject.user, scopes, input.claims?.id_token),
    sub: subjectOf(ctx, client, subject.user.id),
    iss: ctx.config.baseUrl,
    aud: client.id,
    azp: client.id,
    iat: issuedAt,
    exp: issuedAt + idTokenLifetimeSeconds,
    auth_time: Math.floor(subject.authTime.getTime() / 1000),
    ...(input.nonce === undefined ? {} : { nonce: input.nonce }),
    ...(input.accessToken === undefined ? {} : { at_hash: halfHash(client, input.accessToken) }),
    ...(input.code === undefined ? {} : { c_hash: halfHash(client, input.code) }),
    ...(subject.sessionId === null ? {} : { sid: subject.sessionId }),
    acr: subject.acr,
    amr: [...subject.amr],
  };
  return signJwt(ctx, payload, { alg: signingAlgorithmSchema.parse(client.idTokenSignedResponseAlg) });
}

/** OIDC Core sections 3.1.3.6 and 3.3.2.11: the left half of the hash that the signature uses; Ed25519 hashes by SHA-512. */
function halfHash({ idTokenSignedResponseAlg }: ClientRow, value: string): string {
  const digest = hash(idTokenSignedResponseAlg === "EdDSA" ? "sha512" : "sha256", value, "buffer");
  return encodeBase64url(digest.subarray(0, digest.length / 2));
}
