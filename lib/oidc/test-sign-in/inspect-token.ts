/** What an app would find in a token, and whether it could believe it. */
import { hash } from "node:crypto";
import type { Context } from "#lib/context/context.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { verifyOwnJwt } from "#lib/signing-keys/verify-own-jwt.ts";
import type { InspectedToken } from "./schema.ts";

export interface TokenExpectations {
  readonly clientId: string;
  readonly nonce: string;
  readonly accessToken: string;
}

/** The token itself stays here: what is told of it opens nothing. */
export async function inspectToken(
  ctx: Context,
  kind: InspectedToken["kind"],
  token: string,
  expected: TokenExpectations,
): Promise<InspectedToken> {
  const header = readPart(token, 0);
  const payload = readPart(token, 1);
  if (!header || !payload) return { kind, checks: [] };
  const { kid, alg, typ } = header;
  const verified = await verifyOwnJwt(ctx, token, { typ: typeof typ === "string" ? typ : "" });
  const signed = verified !== undefined;
  return {
    kind,
    header,
    payload,
    ...(signed ? { key: { kid: String(kid), alg: String(alg) } } : {}),
    checks: [
      { name: "signature", passed: signed },
      { name: "issuer", passed: payload.iss === ctx.config.baseUrl },
      ...(kind === "id_token" ? idTokenChecks(ctx, payload, String(alg), expected) : []),
    ],
  };
}

function idTokenChecks(
  { now }: Context,
  payload: Readonly<Record<string, unknown>>,
  alg: string,
  { clientId, nonce, accessToken }: TokenExpectations,
): InspectedToken["checks"] {
  const seconds = now.getTime() / 1000;
  const { aud, exp, iat, nonce: answered, at_hash: atHash } = payload;
  return [
    { name: "audience", passed: aud === clientId },
    { name: "times", passed: Number(iat) <= seconds + 1 && Number(exp) > seconds },
    { name: "nonce", passed: answered === nonce },
    { name: "access_token", passed: atHash === halfHash(alg, accessToken) },
  ];
}

/** As an app computes it (OIDC Core section 3.1.3.6); Ed25519 hashes by SHA-512. */
function halfHash(alg: string, value: string): string {
  const digest = hash(alg === "EdDSA" ? "sha512" : "sha256", value, "buffer");
  return encodeBase64url(digest.subarray(0, digest.length / 2));
}

function readPart(token: string, index: number): Record<string, unknown> | undefined {
  const part = token.split(".", 3)[index];
  if (part === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
