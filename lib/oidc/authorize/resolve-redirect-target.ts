/** The first step of an authorization: who asks, and may the answer go where they say? */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { isRegisteredRedirectUri } from "#lib/clients/check-redirect-uri.ts";
import { findClient } from "#lib/clients/store.ts";
import type { Context } from "#lib/context/context.ts";
import { PageError, type PageFact } from "../page-error.ts";
import type { AuthorizationParameters } from "./authorization-parameters.ts";
import type { RedirectTarget } from "./redirect-target.ts";

/** Whatever fails here is told to the person and never sent anywhere (RFC 6749 section 4.1.2.1). @throws PageError */
export async function resolveRedirectTarget(
  ctx: Context,
  parameters: AuthorizationParameters,
): Promise<RedirectTarget> {
  const clientId = parameters.values.client_id;
  const client = clientId === undefined ? undefined : await findClient(ctx.db, clientId);
  try {
    return checkTarget(ctx, parameters, client);
  } catch (error) {
    if (error instanceof PageError) await auditRefusal(ctx, error, client, clientId);
    throw error;
  }
}

function checkTarget(
  ctx: Context,
  { values, problems }: AuthorizationParameters,
  client: ClientRow | undefined,
): RedirectTarget {
  for (const name of ["client_id", "redirect_uri", "state"] as const) {
    const problem = problems[name];
    if (problem)
      throw new PageError(
        `${name}_${problem.replace(" ", "_")}`,
        `The app sent a ${name} that is ${problem}.`,
      );
  }
  if (values.client_id === undefined)
    throw new PageError("client_id_missing", "The app did not say which app it is: client_id is missing.");
  if (!client)
    throw new PageError(
      "unknown_client",
      "No app is registered here under the client_id that was sent. Check the app's settings.",
      [{ name: "client_id sent", value: values.client_id }],
    );
  if (values.redirect_uri === undefined)
    throw new PageError(
      "redirect_uri_missing",
      "The app did not say where to return to: redirect_uri is missing.",
      [{ name: "App", value: client.name }],
    );
  if (!isRegisteredRedirectUri(client.redirectUris, values.redirect_uri))
    throw new PageError(
      "redirect_uri_not_registered",
      "The app asked to return to an address that is not registered for it. It must match character by character.",
      [
        { name: "App", value: client.name },
        { name: "redirect_uri sent", value: values.redirect_uri },
        ...registeredFacts(ctx, client),
      ],
    );
  return { client, redirectUri: values.redirect_uri, state: values.state };
}

/** What is registered is for administrators to know: it tells an attacker where to aim. */
function registeredFacts({ actor }: Context, client: ClientRow): PageFact[] {
  if (actor.type !== "user" || actor.role !== "admin") return [];
  return client.redirectUris.map((value) => ({ name: "redirect_uri registered", value }));
}

async function auditRefusal(
  ctx: Context,
  error: PageError,
  client: ClientRow | undefined,
  clientId: string | undefined,
): Promise<void> {
  await appendAuditEvent(ctx, ctx.db, {
    action: "authorization.refused",
    outcome: "failure",
    reason: error.reason,
    ...(client ? { clientId: client.id } : {}),
    details: { clientId: clientId ?? null },
  });
}
