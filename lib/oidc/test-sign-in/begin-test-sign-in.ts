/** Begins a sign-in by which an administrator tries an app's settings out. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { TestSignInId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { checkInput } from "#lib/clients/check-input.ts";
import { requireClient } from "#lib/clients/require-client.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { newId, randomSecret } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { checkAuthorizationRequest } from "../authorize/check-authorization-request.ts";
import { readAuthorizationParameters } from "../authorize/request-source.ts";
import type { AuthorizationRequest } from "../authorize/schema.ts";
import { testCallback } from "../authorize/test-callback.ts";
import { createInteraction } from "../interactions/create-interaction.ts";
import { makeCodeVerifier } from "./code-verifier.ts";
import { type TestRequest, type TestResult, testRequestSchema } from "./schema.ts";
import { insertTestSignIn } from "./store.ts";

/** Reading what came of it included. */
const lifetimeMs = 60 * 60_000;

export interface BegunTest {
  readonly id: TestSignInId;
  /** Where the browser goes on; undefined where the request was refused, and the test is over. */
  readonly location: string | undefined;
}

/**
 * The request is held to every rule of the authorization endpoint but three: its address is ours, and as pushed and
 * signed counts what the server made by itself. It is stored here and can be made by no address. The administrator's
 * own session is what signs in: a program has none.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, CLIENT_NOT_FOUND, CONFLICT for a disabled app
 */
export async function beginTestSignIn(ctx: Context, input: TestRequest): Promise<BegunTest> {
  checkPermission(ctx, "clients.write");
  const { actor } = ctx;
  if (actor.type !== "user") throw new DomainError("FORBIDDEN");
  const { clientId, ...asked } = checkInput(testRequestSchema, input);
  const client = await requireClient(ctx.db, clientId);
  if (client.disabledAt !== null)
    throw new DomainError("CONFLICT", { words: { key: "testOfDisabledClient" } });
  const id = newId<TestSignInId>();
  const verifier = makeCodeVerifier(ctx, id);
  const kept = { id, state: randomSecret(), nonce: randomSecret(), codeVerifier: verifier.sealed };
  const checked = await checkRequest(ctx, client, { ...asked, ...kept, challenge: verifier.challenge });
  return await keepTest(ctx, actor, client, kept, checked);
}

interface TestParameters extends Omit<TestRequest, "clientId"> {
  readonly state: string;
  readonly nonce: string;
  readonly challenge: string;
}

/** A refusal is what the administrator wants to see, and the end of the test. */
async function checkRequest(
  ctx: Context,
  client: ClientRow,
  { scopes, prompts, state, nonce, challenge }: TestParameters,
): Promise<AuthorizationRequest | TestResult> {
  const redirectUri = testCallback(ctx.config);
  const parameters = readAuthorizationParameters([
    ["client_id", client.id],
    ["redirect_uri", redirectUri],
    ["response_type", "code"],
    ["scope", scopes.join(" ")],
    ["state", state],
    ["nonce", nonce],
    ["code_challenge", challenge],
    ["code_challenge_method", "S256"],
    ["prompt", prompts.join(" ")],
  ]);
  const target = { client, redirectUri, state, responseMode: "query" } as const;
  const source = { client, parameters, isPushed: true, isSigned: true, dpopJkt: undefined };
  try {
    return await checkAuthorizationRequest(ctx, target, source);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return { outcome: "refused", step: "authorize", error: error.code, description: error.description };
  }
}

async function keepTest(
  ctx: Context,
  { sessionId }: UserActor,
  client: ClientRow,
  kept: { id: TestSignInId; state: string; nonce: string; codeVerifier: Uint8Array },
  checked: AuthorizationRequest | TestResult,
): Promise<BegunTest> {
  const { id, state, nonce, codeVerifier } = kept;
  const over = "outcome" in checked;
  const token = await ctx.db.transaction(async (tx) => {
    await insertTestSignIn(tx, {
      id,
      stateHash: sha256(state),
      clientId: client.id,
      sessionId,
      codeVerifier,
      nonce,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + lifetimeMs),
      ...(over ? { finishedAt: ctx.now, result: checked } : {}),
    });
    const made = over
      ? undefined
      : await createInteraction(ctx, tx, {
          kind: "authorize",
          clientId: client.id,
          request: { ...checked, test: { id, sessionId } },
        });
    await appendAuditEvent(ctx, tx, {
      action: "client.test_begun",
      outcome: over ? "failure" : "success",
      ...(over && checked.outcome === "refused" ? { reason: checked.error } : {}),
      clientId: client.id,
      details: { test: id },
    });
    return made;
  });
  return {
    id,
    location: token === undefined ? undefined : `${ctx.config.baseUrl}/oauth/resume?interaction=${token}`,
  };
}
