/** A request object by reference (RFC 9101 section 5.2): the JWT at an address that the app registered. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { isRegisteredRequestUri, withoutFragment } from "#lib/clients/check-request-uri.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { fetchPublic, type OutgoingAnswer } from "#lib/outgoing/fetch-public.ts";
import { OutgoingRefusal } from "#lib/outgoing/outgoing-refusal.ts";

type ReferringClient = Pick<ClientRow, "requestUris">;

/**
 * Asked for anew each time: an object is for one request. Nothing but what is registered is asked for, so that whoever
 * knows a client id cannot send us to an address of their choice (RFC 9101 section 10.4).
 * @throws OAuthError request_uri_not_supported, invalid_request_uri
 */
export async function fetchRequestObject(
  ctx: Pick<Context, "config">,
  { requestUris }: ReferringClient,
  requestUri: string,
): Promise<string> {
  if (requestUris.length === 0)
    throw new OAuthError(
      "request_uri_not_supported",
      "The client has registered no request_uris: push the request, or send it by value.",
    );
  if (!isRegisteredRequestUri(requestUris, requestUri))
    throw invalid("The request_uri is not registered for this client.");
  const { status, body } = await answerFrom(ctx, withoutFragment(requestUri));
  if (status !== 200) throw invalid(`The request_uri was answered with status ${status}.`);
  // Whatever it is called by its server: a signature that verifies says more than a media type.
  return body.toString("utf8").trim();
}

async function answerFrom({ config }: Pick<Context, "config">, url: string): Promise<OutgoingAnswer> {
  try {
    return await fetchPublic(url, {
      headers: { accept: "application/oauth-authz-req+jwt, application/jwt, application/jose, text/plain" },
      timeoutMs: 5000,
      maxBytes: 65_536,
      // Registered on loopback alone, which an operator has to open before anything is sent there.
      allowHttp: true,
      allowPrivate: config.allowedPrivateNetwork,
    });
  } catch (error) {
    if (!(error instanceof OutgoingRefusal)) throw error;
    // One answer for every cause: whoever registers must not learn what stands inside our networks.
    throw invalid(
      "The request_uri could not be read: it must answer on the internet within 5 seconds, in at most 64 KiB.",
    );
  }
}

function invalid(description: string): OAuthError {
  return new OAuthError("invalid_request_uri", description);
}
