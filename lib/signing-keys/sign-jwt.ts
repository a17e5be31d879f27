/** Signs a JWT with the issuer's active key. */
import { type JWTPayload, SignJWT } from "jose";
import type { Runtime } from "#lib/context/context.ts";
import { loadSigningKeys } from "./load-signing-keys.ts";

/** A compact JWS, RS256, with `kid` and `typ: JWT` in its header. */
export async function signJwt(
  runtime: Pick<Runtime, "db" | "keyring">,
  payload: JWTPayload,
): Promise<string> {
  const { active } = await loadSigningKeys(runtime);
  return new SignJWT(payload)
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: active.kid })
    .sign(active.privateKey);
}
