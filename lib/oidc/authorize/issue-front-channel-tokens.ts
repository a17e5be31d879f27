/** Tokens that come by the browser: OIDC Core sections 3.2 (implicit) and 3.3 (hybrid), for clients that registered it. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { GrantId } from "#drizzle/schema/ids.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import type { Db } from "#lib/db/client.ts";
import { findPerson } from "../claims/store.ts";
import { issueTokens } from "../tokens/issue-tokens.ts";
import { signIdToken } from "../tokens/sign-id-token.ts";
import type { AuthorizationRequest } from "./schema.ts";

export interface FrontChannelOrder {
  readonly client: ClientRow;
  readonly request: AuthorizationRequest;
  readonly person: UserActor;
  readonly acr: string;
  readonly grantId: GrantId;
  /** Issued along with them. */
  readonly code: string | undefined;
}

/** The answer's members. Never a refresh token (OAuth 2.0 section 4.2.2). */
export async function issueFrontChannelTokens(
  ctx: Context,
  tx: Db,
  order: FrontChannelOrder,
): Promise<Record<string, string>> {
  const { client, request, person, code } = order;
  const words = request.responseType.split(" ");
  const user = await findPerson(tx, person.userId);
  if (!user) throw new Error("a signed-in person has no row");
  const subject = { ...person, user, acr: order.acr, grantId: order.grantId };
  // A token in an address lives only as long as the session, whatever was granted.
  const scopes = request.scopes.filter((scope) => scope !== "offline_access");
  const access = words.includes("token")
    ? await issueTokens(ctx, tx, {
        client,
        subject,
        scopes,
        grantType: "implicit",
        resources: request.resources,
        claims: request.claims,
        codeHash: code === undefined ? undefined : sha256(code),
        withIdToken: false,
        withRefreshToken: false,
      })
    : undefined;
  const idToken = words.includes("id_token")
    ? await signIdToken(ctx, {
        client,
        subject,
        scopes,
        claims: request.claims,
        nonce: request.nonce,
        accessToken: access?.access_token,
        code,
        // Section 5.4: without an access token nobody can ask userinfo.
        withScopeClaims: words.length === 1,
      })
    : undefined;
  return {
    ...(access
      ? {
          access_token: access.access_token,
          token_type: access.token_type,
          expires_in: String(access.expires_in),
          ...(access.scope === undefined ? {} : { scope: access.scope }),
        }
      : {}),
    ...(idToken === undefined ? {} : { id_token: idToken }),
  };
}
