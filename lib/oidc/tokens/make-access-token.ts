/** Makes an access token: opaque, or a JWT that resource servers can read by themselves (RFC 9068). */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import { signingAlgorithmSchema } from "#lib/signing-keys/schema.ts";
import { signJwt } from "#lib/signing-keys/sign-jwt.ts";
import { subjectOf } from "../subjects/subject-of.ts";
import type { TokenSubject } from "./token-subject.ts";

export interface AccessTokenInput {
  readonly client: ClientRow;
  readonly subject: TokenSubject | undefined;
  readonly scopes: readonly string[];
  /** Resource servers (RFC 8707); none: this issuer's own endpoints. */
  readonly audience: readonly string[];
  readonly dpopJkt: string | undefined;
  readonly actor: Readonly<Record<string, unknown>> | undefined;
  readonly expiresAt: Date;
}

/** Either way it has a row under its hash: our own endpoints ask that, and revoking works at once. */
export async function makeAccessToken(ctx: Context, input: AccessTokenInput) {
  const { client, subject } = input;
  const token = client.accessTokenFormat === "jwt" ? await signAccessToken(ctx, input) : randomSecret();
  return {
    token,
    row: {
      tokenHash: sha256(token),
      clientId: client.id,
      scopes: [...input.scopes],
      audience: [...input.audience],
      dpopJkt: input.dpopJkt ?? null,
      authTime: subject?.authTime ?? null,
      acr: subject?.acr ?? null,
      actor: input.actor ?? null,
      createdAt: ctx.now,
      expiresAt: input.expiresAt,
    },
  };
}

/** RFC 9068 section 2.2; `cnf` is of RFC 9449 section 6.1, `act` of RFC 8693 section 4.1. An app's own token is about itself. */
function signAccessToken(ctx: Context, input: AccessTokenInput): Promise<string> {
  const { client, subject, audience, dpopJkt, actor } = input;
  const payload = {
    iss: ctx.config.baseUrl,
    sub: subject ? subjectOf(ctx, client, subject.user.id) : client.id,
    aud: audience.length > 1 ? [...audience] : (audience[0] ?? ctx.config.baseUrl),
    exp: Math.floor(input.expiresAt.getTime() / 1000),
    iat: Math.floor(ctx.now.getTime() / 1000),
    jti: randomSecret(),
    client_id: client.id,
    ...(input.scopes.length === 0 ? {} : { scope: input.scopes.join(" ") }),
    ...(subject
      ? {
          auth_time: Math.floor(subject.authTime.getTime() / 1000),
          acr: subject.acr,
          amr: [...subject.amr],
        }
      : {}),
    ...(dpopJkt === undefined ? {} : { cnf: { jkt: dpopJkt } }),
    ...(actor === undefined ? {} : { act: actor }),
  };
  return signJwt(ctx, payload, {
    alg: signingAlgorithmSchema.parse(client.accessTokenSigningAlg),
    typ: "at+jwt",
  });
}
