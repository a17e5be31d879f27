/** Posts logout tokens to the apps (OpenID Connect Back-Channel Logout 1.0 section 2.5). */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { recordClientError } from "#lib/clients/errors/record-client-error.ts";
import { findClient } from "#lib/clients/store.ts";
import type { Runtime } from "#lib/context/context.ts";
import { localContext } from "#lib/context/local-context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import type { Deliverer } from "#lib/outbox/deliverer.ts";
import { DeliveryRefusal } from "#lib/outbox/delivery-refusal.ts";
import { overADay } from "#lib/outbox/retry-schedule.ts";
import { fetchPublic } from "#lib/outgoing/fetch-public.ts";
import { type OutgoingProblem, OutgoingRefusal } from "#lib/outgoing/outgoing-refusal.ts";
import { logoutMessageSchema } from "#lib/sessions/schema.ts";
import { signLogoutToken } from "./sign-logout-token.ts";

const answerWithinMs = 10_000;

/** What an app answers is thrown away. */
const mostBytes = 1_048_576;

export const logoutTokenDeliverer: Deliverer<"logout_token"> = {
  deliver: async (runtime, payload, signal) => {
    const message = logoutMessageSchema.parse(payload);
    const client = await findClient(runtime.db, message.clientId);
    const uri = client?.backchannelLogoutUri;
    if (!client || !uri)
      throw new DeliveryRefusal("the app is gone, or wants it no more", "no address", true);
    const token = await signLogoutToken(runtime, client, message, new Date());
    const problem = await post(runtime, uri, token, signal);
    if (!problem) return;
    await tellDeveloper(runtime, client, uri, problem);
    throw new DeliveryRefusal(problem.explanation, problem.code);
  },
  schedule: overADay,
  timeoutMs: answerWithinMs + 5_000,
  atOnce: 16,
};

interface Problem {
  readonly code: string;
  readonly explanation: string;
}

async function post(
  { config }: Runtime,
  uri: string,
  token: string,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  try {
    const { status } = await fetchPublic(uri, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json, */*" },
      body: new URLSearchParams({ logout_token: token }).toString(),
      timeoutMs: answerWithinMs,
      maxBytes: mostBytes,
      signal,
      // On loopback alone: nothing else can be registered with http.
      allowHttp: true,
      allowPrivate: config.allowedPrivateNetwork,
    });
    return status === 200 || status === 204 ? undefined : statusProblem(status);
  } catch (error) {
    if (!(error instanceof OutgoingRefusal)) throw error;
    return { code: error.problem, explanation: wordsFor[error.problem] };
  }
}

/** Section 2.8: 200, or 204 as frameworks have it. A 400 may pass too: an app whose own apps failed answers by it. */
function statusProblem(status: number): Problem {
  const explanation =
    status === 400
      ? "The app answered a logout token with 400: it did not accept it, or could not sign the person out."
      : `The app answered a logout token with ${status}; 200 or 204 says that the person is signed out.`;
  return { code: `status ${status}`, explanation };
}

const wordsFor: Readonly<Record<OutgoingProblem, string>> = {
  not_allowed:
    "The address is not a public one. The operator can allow it with the variable ALLOW_PRIVATE_NETWORK.",
  unreachable: "No connection to the address could be made, or it ended without an answer.",
  timed_out: "The app did not answer within ten seconds.",
  too_large: "The app answered with more than a megabyte.",
};

/** A thousand sessions that end at once must not push every other mistake out of the list. */
const tellEveryMs = 60_000;
const mostRemembered = 10_000;
const lastTold = () => processWide("logout-errors-told", () => new Map<string, number>());

async function tellDeveloper(
  runtime: Runtime,
  client: ClientRow,
  uri: string,
  { code, explanation }: Problem,
): Promise<void> {
  const ctx = localContext(runtime, { type: "system", name: "outbox" });
  const told = lastTold();
  const key = `${client.id} ${code}`;
  if (ctx.now.getTime() - (told.get(key) ?? 0) < tellEveryMs) return;
  if (told.size >= mostRemembered) told.clear();
  told.set(key, ctx.now.getTime());
  const facts = [{ name: "backchannel_logout_uri", registered: [uri] }];
  await recordClientError(ctx, {
    client,
    endpoint: "backchannel_logout_uri",
    code: code.replaceAll(" ", "_"),
    explanation,
    facts,
  });
}
