/** Issues what ends a successful authorization: a code, tokens by the browser, or both, as the response type says. */
import type { GrantId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { ensureGrant } from "#lib/grants/remember-consent.ts";
import { finishedAlready } from "../interactions/finished-already.ts";
import { deleteInteraction } from "../interactions/store.ts";
import { insertAuthorizationCode } from "../tokens/store.ts";
import { tokenTransaction } from "../tokens/token-transaction.ts";
import { chooseAcr } from "./choose-acr.ts";
import { issueFrontChannelTokens } from "./issue-front-channel-tokens.ts";
import type { PendingAuthorization } from "./pending-authorization.ts";
import { answerRedirect, type Redirect } from "./redirect-target.ts";
import { holdSession, insertSessionClient } from "./store.ts";

/** RFC 6749 section 4.1.2 allows ten minutes, FAPI 2.0 one; an app redeems within a second. */
const codeLifetimeMs = 60_000;

/** @throws PageError when the stored request was finished meanwhile: one request, one answer. */
export async function issueAnswer(
  ctx: Context,
  pending: PendingAuthorization,
  person: UserActor,
): Promise<Redirect> {
  const { target, request, stored } = pending;
  const { client } = target;
  const owner = { userId: person.userId, clientId: client.id };
  const acr = chooseAcr(person.acr, request);
  const answer = await tokenTransaction(ctx, async (tx) => {
    if (stored && !(await deleteInteraction(tx, stored.row.id))) throw finishedAlready();
    const grantId = await ensureGrant(ctx, tx, owner);
    const code = request.responseType.split(" ").includes("code") ? randomSecret() : undefined;
    const tokens =
      request.responseType === "code"
        ? {}
        : await issueFrontChannelTokens(ctx, tx, { client, request, person, acr, grantId, code });
    // The connection sends these one behind the other without waiting in between: one round trip for all of them.
    await Promise.all([
      code === undefined ? undefined : insertCode(ctx, tx, pending, { ...person, acr }, grantId, code),
      // The app took no part in a test, so it is not told when the session ends.
      request.test
        ? holdSession(tx, person.sessionId)
        : insertSessionClient(tx, { sessionId: person.sessionId, clientId: client.id, createdAt: ctx.now }),
      appendIssued(ctx, tx, pending, person),
    ]);
    return { ...(code === undefined ? {} : { code }), ...tokens };
  });
  return answerRedirect(target, ctx.config.baseUrl, answer);
}

function appendIssued(
  ctx: Context,
  tx: Db,
  { target, request }: PendingAuthorization,
  { userId }: UserActor,
): Promise<void> {
  return appendAuditEvent(ctx, tx, {
    action: "authorization.issued",
    outcome: "success",
    subjectUserId: userId,
    clientId: target.client.id,
    details: {
      scopes: request.scopes,
      silent: request.prompts.includes("none"),
      ...(request.test ? { test: true } : {}),
      ...(request.responseType === "code" ? {} : { responseType: request.responseType }),
    },
  });
}

async function insertCode(
  ctx: Context,
  tx: Db,
  { target, request }: PendingAuthorization,
  { userId, sessionId, authTime, acr, amr }: UserActor,
  grantId: GrantId,
  code: string,
): Promise<void> {
  await insertAuthorizationCode(tx, {
    userId,
    sessionId,
    grantId,
    clientId: target.client.id,
    codeHash: sha256(code),
    redirectUri: target.redirectUri,
    scopes: request.scopes,
    nonce: request.nonce ?? null,
    codeChallenge: request.codeChallenge ?? null,
    dpopJkt: request.dpopJkt ?? null,
    claims: request.claims ?? null,
    resources: request.resources,
    authTime,
    acr,
    amr: [...amr],
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + codeLifetimeMs),
  });
}
