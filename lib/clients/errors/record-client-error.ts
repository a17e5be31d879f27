/** Keeps what was wrong with an app's request, in plain words, for whoever develops the app. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { ClientErrorId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import type { ClientErrorFact } from "./schema.ts";
import { insertClientError } from "./store.ts";

export interface ClientError {
  readonly client: Pick<ClientRow, "id">;
  /** Path of the endpoint, such as `/oauth/token`. */
  readonly endpoint: string;
  /** The RFC's error code, or the reason of a refusal that was shown on a page. */
  readonly code: string;
  /** One or two sentences: what is wrong and what to do. */
  readonly explanation: string;
  readonly facts?: readonly ClientErrorFact[];
}

const longestText = 1024;
const mostFacts = 16;
const mostRegistered = 50;

/** Values of these parameters are secrets, open a door, or are the person's: never kept, whoever passes them. */
const neverKept =
  /^(client_secret|client_assertion|code|code_verifier|device_code|user_code|refresh_token|access_token|token|subject_token|actor_token|id_token_hint|login_hint|logout_hint|state|nonce|request|authorization|dpop)$/i;

/**
 * Never throws and is written outside the caller's transaction: the answer to the app does not hang on it.
 * Only the last twenty of each app are kept.
 */
export async function recordClientError(ctx: Context, error: ClientError): Promise<void> {
  try {
    await insertClientError(ctx.db, {
      id: newId<ClientErrorId>(),
      clientId: error.client.id,
      occurredAt: ctx.now,
      endpoint: clean(error.endpoint),
      code: clean(error.code),
      explanation: clean(error.explanation),
      facts: (error.facts ?? []).slice(0, mostFacts).map(cleanFact),
      requestId: ctx.requestId,
    });
  } catch (cause) {
    // The app may have been removed meanwhile, or the database is away, which the caller will notice itself.
    ctx.log.warn({ err: cause, requestId: ctx.requestId }, "an app's error could not be kept");
  }
}

function cleanFact({ name, sent, registered }: ClientErrorFact): ClientErrorFact {
  return {
    name: clean(name).slice(0, 128),
    ...(sent === undefined || neverKept.test(name) ? {} : { sent: clean(sent) }),
    ...(registered === undefined ? {} : { registered: registered.slice(0, mostRegistered).map(clean) }),
  };
}

/** What PostgreSQL can store, of bounded length. */
function clean(text: string): string {
  return text.slice(0, longestText).replaceAll("\0", "").toWellFormed();
}
