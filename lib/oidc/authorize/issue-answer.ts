/** Issues what ends a successful authorization: a code, for the response types that have one. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import { ensureGrant } from "#lib/grants/remember-consent.ts";
import { finishedAlready } from "../interactions/finished-already.ts";
import { deleteInteraction } from "../interactions/store.ts";
import { insertAuthorizationCode } from "../tokens/store.ts";
import { chooseAcr } from "./choose-acr.ts";
import type { PendingAuthorization } from "./pending-authorization.ts";
import { answerRedirect, type Redirect } from "./redirect-target.ts";
import { insertSessionClient } from "./store.ts";

/** RFC 6749 section 4.1.2 allows ten minutes, FAPI 2.0 one; an app redeems within a second. */
const codeLifetimeMs = 60_000;

/** @throws PageError when the stored request was finished meanwhile: one request, one answer. */
export async function issueAnswer(
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
      dpopJkt: request.dpopJkt ?? null,
      claims: request.claims ?? null,
      resources: request.resources,
      authTime: person.authTime,
      acr: chooseAcr(person.acr, request),
      amr: [...person.amr],
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + codeLifetimeMs),
    });
    await insertSessionClient(tx, {
      sessionId: person.sessionId,
      clientId: target.client.id,
      createdAt: ctx.now,
    });
    await appendAuditEvent(ctx, tx, {
      action: "authorization.issued",
      outcome: "success",
      subjectUserId: person.userId,
      clientId: target.client.id,
      details: { scopes: request.scopes, silent: request.prompts.includes("none") },
    });
  });
  return answerRedirect(target, ctx.config.baseUrl, { code });
}
