/** The parameters of an authorization request and how long each may be. */
import { longestClientId } from "#lib/clients/schema.ts";
import type { Parameters } from "../parameters.ts";

/** Together they fit the 16 KiB of a request line and headers, but for a request sent by POST. */
export const authorizationLimits = {
  client_id: longestClientId,
  redirect_uri: 2048,
  state: 4096,
  response_type: 64,
  response_mode: 64,
  scope: 2048,
  nonce: 1024,
  code_challenge: 128,
  code_challenge_method: 16,
  prompt: 128,
  max_age: 32,
  claims: 8192,
  id_token_hint: 8192,
  login_hint: 1024,
  request: 65_536,
  request_uri: 2048,
  registration: 65_536,
  acr_values: 1024,
  resource: 2048,
  dpop_jkt: 64,
  ui_locales: 1024,
  // Read only to refuse repetition; they ask for nothing that we could do differently.
  display: 64,
  claims_locales: 1024,
} as const;

/** RFC 8707 section 2; every other parameter comes once (RFC 6749 section 3.1). */
export const repeatableParameters = ["resource"] as const;

export type AuthorizationParameters = Parameters<keyof typeof authorizationLimits>;
