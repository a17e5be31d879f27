/** The logout token (OpenID Connect Back-Channel Logout 1.0 section 2.4): tells an app that a session has ended. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Runtime } from "#lib/context/context.ts";
import type { LogoutMessage } from "#lib/sessions/schema.ts";
import { signingAlgorithmSchema } from "#lib/signing-keys/schema.ts";
import { signJwt } from "#lib/signing-keys/sign-jwt.ts";
import { subjectOf } from "../subjects/subject-of.ts";

const logoutEvent = "http://schemas.openid.net/event/backchannel-logout";

/** Section 4 recommends two minutes at most; each attempt has its own. */
const lifetimeSeconds = 120;

/** With `sub` and `sid` both, and never a `nonce`: section 2.4 forbids it, so that nobody takes it for an ID Token. */
export function signLogoutToken(
  runtime: Runtime,
  client: ClientRow,
  { userId, sessionId, reference }: LogoutMessage,
  now: Date,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const payload = {
    iss: runtime.config.baseUrl,
    aud: client.id,
    iat: issuedAt,
    exp: issuedAt + lifetimeSeconds,
    jti: reference,
    sub: subjectOf(runtime, client, userId as UserId),
    sid: sessionId,
    events: { [logoutEvent]: {} },
  };
  // Section 2.6: as the app verifies ID Tokens.
  const alg = signingAlgorithmSchema.parse(client.idTokenSignedResponseAlg);
  return signJwt(runtime, payload, { alg, typ: "logout+jwt" });
}
