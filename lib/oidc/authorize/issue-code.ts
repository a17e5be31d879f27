/** Issues the authorization code that ends a successful authorization. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import { ensureGrant } from "#lib/grants/remember-consent.ts";
import { finishedAlready } from "../interactions/finished-already.ts";
import { deleteInteraction } from "../interactions/store.ts";
import { insertAuthorizationCode } from "../tokens/store.ts";
import type { PendingAuthorization } from "./pending-authorization.ts";
import { answerLocation, type Redirect } from "./redirect-target.ts";

/** RFC 6749 section 4.1.2 allows ten minutes; an app redeems within a second. */
const codeLifetimeMs = 60_000;

/** @throws PageError when the stored request was finished meanwhile: one request, one code. */
export async function issueCode(
  ctx: Context,
  { target, request, stored }: PendingAuthorization,
  person: UserActor,
): Promise<Redirect> {
  const code = randomSecret();
  const owner = { userId: person.userId, clientId: target.client.id };
  await ctx.db.transaction(async (tx) => {
    if (stored && !(await deleteInteraction(tx, stored.row.id))) throw finishedAlready();
    await insertAuthorizationCode(tx, {
      ...owner,
      codeHash: sha256(code),
      sessionId: person.sessionId,
      grantId: await ensureGrant(ctx, tx, owner),
      redirectUri: target.redirectUri,
      scopes: request.scopes,
      nonce: request.nonce ?? null,
      codeChallenge: request.codeChallenge ?? null,
      claims: request.claims ?? null,
      authTime: person.authTime,
      acr: person.acr,
      amr: [...person.amr],
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + codeLifetimeMs),
    });
    await appendAuditEvent(ctx, tx, {
      action: "authorization.issued",
      outcome: "success",
      subjectUserId: person.userId,
      clientId: target.client.id,
      details: { scopes: request.scopes, silent: request.prompts.includes("none") },
    });
  });
  return { location: answerLocation(target, ctx.config.baseUrl, { code }) };
}
