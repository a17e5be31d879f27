/** Makes an access token: opaque, or a JWT that resource servers can read by themselves (RFC 9068). */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
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
  const token = randomSecret();
  return {
    token,
    row: {
      tokenHash: sha256(token),
      clientId: input.client.id,
      scopes: [...input.scopes],
      audience: [...input.audience],
      dpopJkt: input.dpopJkt ?? null,
      authTime: input.subject?.authTime ?? null,
      acr: input.subject?.acr ?? null,
      actor: input.actor ?? null,
      createdAt: ctx.now,
      expiresAt: input.expiresAt,
    },
  };
}
