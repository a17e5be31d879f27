/** UserInfo as a signed JWT, for apps that registered for it (OIDC Core section 5.3.2). */
import type { Context } from "#lib/context/context.ts";
import { signingAlgorithmSchema } from "#lib/signing-keys/schema.ts";
import { signJwt } from "#lib/signing-keys/sign-jwt.ts";
import type { PersonClaims } from "./read-person-claims.ts";

/** With `iss` and `aud`; no `exp`: it is read once, on arrival. A type of its own, so that it passes for no ID Token. */
export function signUserinfo(
  ctx: Context,
  client: { readonly id: string; readonly userinfoSignedResponseAlg: string },
  claims: PersonClaims,
): Promise<string> {
  const payload = {
    ...claims,
    iss: ctx.config.baseUrl,
    aud: client.id,
    iat: Math.floor(ctx.now.getTime() / 1000),
  };
  return signJwt(ctx, payload, {
    alg: signingAlgorithmSchema.parse(client.userinfoSignedResponseAlg),
    typ: "userinfo+jwt",
  });
}
