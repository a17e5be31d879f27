/** An ID Token that comes back to us as a hint about the person and the session. */
import type { Context } from "#lib/context/context.ts";
import { verifyOwnJwt } from "#lib/signing-keys/verify-own-jwt.ts";

export interface IdTokenHint {
  readonly clientId: string;
  readonly subject: string;
  readonly sessionId: string | undefined;
}

/** Undefined unless it is an ID Token of this issuer. Expired ones count. */
export async function readIdTokenHint(
  ctx: Pick<Context, "db" | "keyring" | "config">,
  token: string,
): Promise<IdTokenHint | undefined> {
  const payload = await verifyOwnJwt(ctx, token, { typ: "JWT" });
  if (payload?.iss !== ctx.config.baseUrl) return undefined;
  if (typeof payload.aud !== "string" || typeof payload.sub !== "string") return undefined;
  const { sid } = payload;
  return {
    clientId: payload.aud,
    subject: payload.sub,
    sessionId: typeof sid === "string" ? sid : undefined,
  };
}
