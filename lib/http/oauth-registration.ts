/** Requests and answers of the registration endpoints: JSON, and a bearer token. */
import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { oauthJson } from "./oauth-error-response.ts";
import { defineMachineRoute } from "./oauth-machine-route.ts";
import { readJson } from "./read-body.ts";

const documentSchema = z.record(z.string().max(200), z.unknown());

/** @throws OAuthError invalid_client_metadata for what is no JSON object; DomainError PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE */
export async function readMetadataDocument(request: Request): Promise<Record<string, unknown>> {
  try {
    return await readJson(request, documentSchema);
  } catch (error) {
    if (
      error instanceof DomainError &&
      (error.code === "INVALID_REQUEST" || error.code === "VALIDATION_ERROR")
    )
      throw new OAuthError(
        "invalid_client_metadata",
        "The body must be a JSON object without NUL characters.",
      );
    throw error;
  }
}

/** `token` is that of the `Authorization` header: nothing else may carry one here (RFC 7591 section 3). */
export function defineRegistrationRoute(
  handle: (ctx: Context, request: Request, token: string | undefined) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return defineMachineRoute({
    // Apps that run in a browser register from wherever they are served.
    cors: "any",
    limited: true,
    handle: async (ctx, request) => {
      try {
        return await handle(ctx, request, readToken(request));
      } catch (error) {
        if (!(error instanceof OAuthError) || error.code !== "invalid_token") throw error;
        return challenge(error);
      }
    },
  });
}

function readToken(request: Request): string | undefined {
  const header = request.headers.get("authorization");
  if (header === null) return undefined;
  const token = /^Bearer +([A-Za-z0-9._~+/-]{1,512}=*)$/i.exec(header)?.[1];
  if (token === undefined)
    throw new OAuthError("invalid_token", "Send the token as Bearer in the Authorization header.");
  return token;
}

/** RFC 6750 section 3. */
function challenge({ code, description, status }: OAuthError): Response {
  const response = oauthJson({ error: code, error_description: description }, status);
  response.headers.set(
    "WWW-Authenticate",
    `Bearer realm="Latchkey", error="${code}", error_description="${description}"`,
  );
  return response;
}
