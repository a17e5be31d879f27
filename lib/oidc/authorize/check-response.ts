/** `response_type` and `response_mode`: what the app wants to receive, and by which way. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { type ResponseMode, type ResponseType, responseModeSchema, responseTypeSchema } from "./schema.ts";

export interface ResponseParameters {
  readonly response_type?: string | undefined;
  readonly response_mode?: string | undefined;
  readonly nonce?: string | undefined;
}

type ResponseClient = Pick<ClientRow, "responseTypes" | "grantTypes" | "dpopBoundAccessTokens">;

/** The type as we spell it; the order of its words says nothing (RFC 6749 section 3.1.1). */
export function readResponseType(text: string | undefined): ResponseType | undefined {
  const words = (text ?? "").split(" ").sort().join(" ");
  return responseTypeSchema.options.find((known) => known.split(" ").sort().join(" ") === words);
}

/**
 * How the answer travels, also one that says what is wrong with these parameters: as asked where that is possible, else
 * by the default of the response type. Tokens never go into a query (Multiple Response Type Encoding Practices 2.1, 5).
 */
export function answerModeOf(parameters: ResponseParameters, redirectUri: string): ResponseMode {
  const words = (parameters.response_type ?? "").split(" ");
  const usual = words.includes("token") || words.includes("id_token") ? "fragment" : "query";
  const mode = responseModeSchema.safeParse(parameters.response_mode).data;
  if (mode === undefined || (mode === "query" && usual === "fragment")) return usual;
  return mode === "form_post" && !/^https?:/.test(redirectUri) ? usual : mode;
}

/** @throws OAuthError */
export function checkResponse(
  parameters: ResponseParameters,
  client: ResponseClient,
  redirectUri: string,
): ResponseType {
  if (parameters.response_type === undefined)
    throw new OAuthError("invalid_request", "response_type is missing.");
  const type = readResponseType(parameters.response_type);
  if (type === undefined)
    throw new OAuthError(
      "unsupported_response_type",
      `response_type must be one of: ${responseTypeSchema.options.join(", ")}.`,
    );
  if (!client.responseTypes.some((registered) => readResponseType(registered) === type))
    throw new OAuthError("unauthorized_client", "This response_type is not registered for the client.");
  if (type.includes("code") && !client.grantTypes.includes("authorization_code"))
    throw new OAuthError(
      "unauthorized_client",
      "The grant type authorization_code is not registered for the client.",
    );
  // Nothing proves a key on the way through the browser (RFC 9449 section 5).
  if (type.split(" ").includes("token") && client.dpopBoundAccessTokens)
    throw new OAuthError(
      "unauthorized_client",
      "This client takes only access tokens that are bound to a key.",
    );
  checkMode(parameters.response_mode, type, redirectUri);
  // OIDC Core sections 3.2.2.1 and 3.3.2.11: it ties an ID Token that comes by the browser to the request.
  if (type.includes("id_token") && parameters.nonce === undefined)
    throw new OAuthError("invalid_request", "nonce is missing: this response_type needs one.");
  return type;
}

function checkMode(mode: string | undefined, type: ResponseType, redirectUri: string): void {
  if (mode === undefined) return;
  if (!responseModeSchema.safeParse(mode).success)
    throw new OAuthError(
      "invalid_request",
      `response_mode must be one of: ${responseModeSchema.options.join(", ")}.`,
    );
  if (mode === "query" && type !== "code")
    throw new OAuthError("invalid_request", "response_mode query is not allowed with this response_type.");
  if (mode === "form_post" && !/^https?:/.test(redirectUri))
    throw new OAuthError("invalid_request", "response_mode form_post needs an http or https redirect_uri.");
}
