/** The first step of an authorization: who asks, and may the answer go where they say? */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { recordClientError } from "#lib/clients/errors/record-client-error.ts";
import { isRedirectUriOf } from "#lib/clients/match-redirect-uri.ts";
import type { Context } from "#lib/context/context.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { PageError, type PageFact } from "../page-error.ts";
import { answerModeOf } from "./check-response.ts";
import type { RedirectTarget } from "./redirect-target.ts";
import type { RequestSource } from "./request-source.ts";

type TargetSource = Pick<RequestSource, "client" | "parameters">;

/** Whatever fails here is told to the person and never sent anywhere (RFC 6749 section 4.1.2.1). @throws PageError */
export async function resolveRedirectTarget(ctx: Context, source: TargetSource): Promise<RedirectTarget> {
  try {
    return checkRedirectTarget(ctx, source);
  } catch (error) {
    if (error instanceof PageError) await recordRefusal(ctx, error, source);
    throw error;
  }
}

/** The same, without a trace. @throws PageError */
export function checkRedirectTarget(ctx: Context, { client, parameters }: TargetSource): RedirectTarget {
  const { values, problems } = parameters;
  for (const name of ["client_id", "redirect_uri", "state"] as const) {
    const problem = problems[name];
    if (problem)
      throw new PageError(
        `${name}_${problem === "too long" ? "too_long" : problem}`,
        `The app sent a ${name} that is ${problem}.`,
      );
  }
  if (values.client_id === undefined)
    throw new PageError("client_id_missing", "The app did not say which app it is: client_id is missing.");
  if (!client)
    throw new PageError(
      "unknown_client",
      "No app is registered here under the client_id that was sent. Check the app's settings.",
      [{ kind: "sent", name: "client_id", value: values.client_id }],
    );
  if (values.redirect_uri === undefined)
    throw new PageError(
      "redirect_uri_missing",
      "The app did not say where to return to: redirect_uri is missing.",
      [{ kind: "app", value: client.name }],
    );
  if (!isRedirectUriOf(client, values.redirect_uri))
    throw new PageError(
      "redirect_uri_not_registered",
      "The app asked to return to an address that is not registered for it. It must match character by character.",
      [
        { kind: "app", value: client.name },
        { kind: "sent", name: "redirect_uri", value: values.redirect_uri },
        ...registeredFacts(ctx, client),
      ],
    );
  return {
    client,
    redirectUri: values.redirect_uri,
    state: values.state,
    responseMode: answerModeOf(values, values.redirect_uri),
  };
}

/** What is registered is for administrators to know: it tells an attacker where to aim. */
function registeredFacts(ctx: Context, client: ClientRow): PageFact[] {
  if (!hasPermission(ctx, "clients.read")) return [];
  return client.redirectUris.map((value) => ({ kind: "registered", name: "redirect_uri", value }));
}

async function recordRefusal(
  ctx: Context,
  { reason, explanation }: PageError,
  { client, parameters }: TargetSource,
): Promise<void> {
  await appendAuditEvent(ctx, ctx.db, {
    action: "authorization.refused",
    outcome: "failure",
    reason,
    ...(client ? { clientId: client.id } : {}),
    details: { clientId: parameters.values.client_id ?? null },
  });
  if (!client) return;
  const sent = parameters.values.redirect_uri;
  const fact = { name: "redirect_uri", registered: client.redirectUris };
  await recordClientError(ctx, {
    client,
    endpoint: "/oauth/authorize",
    code: reason,
    explanation,
    facts: reason.startsWith("redirect_uri") ? [sent === undefined ? fact : { ...fact, sent }] : [],
  });
}
