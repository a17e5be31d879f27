/** An authorization request that passed every check, as it waits for its person. */
import { z } from "zod";
import { claimsRequestSchema } from "../claims/schema.ts";
import { knownScopes } from "../claims/scopes.ts";

export const promptSchema = z.enum(["none", "login", "consent", "select_account", "create"]);

export type Prompt = z.infer<typeof promptSchema>;

/** OAuth 2.0 Multiple Response Type Encoding Practices sections 3 and 5, OIDC Core section 3; words in this order. */
export const responseTypeSchema = z.enum([
  "code",
  "id_token",
  "id_token token",
  "code id_token",
  "code token",
  "code id_token token",
]);

export type ResponseType = z.infer<typeof responseTypeSchema>;

export const responseModeSchema = z.enum(["query", "fragment", "form_post"]);

export type ResponseMode = z.infer<typeof responseModeSchema>;

export const authorizationRequestSchema = z.object({
  redirectUri: z.string().max(2048),
  // Requests that an earlier version stored know neither of the two.
  responseType: responseTypeSchema.default("code"),
  responseMode: responseModeSchema.default("query"),
  scopes: z.array(z.string().max(64)).max(64).transform(knownScopes),
  /** Resource indicators (RFC 8707). */
  resources: z.array(z.string().max(2048)).max(32).default([]),
  state: z.string().max(4096).optional(),
  nonce: z.string().max(1024).optional(),
  /** S256, RFC 7636. */
  codeChallenge: z.string().length(43).optional(),
  /** Thumbprint of the key that must redeem the code (RFC 9449 section 10). */
  dpopJkt: z.string().length(43).optional(),
  prompts: z.array(promptSchema).max(5),
  maxAgeSeconds: z.number().int().nonnegative().optional(),
  loginHint: z.string().max(1024).optional(),
  /** The `sub` that the app insists on, by `id_token_hint` or a `sub` value in `claims`. */
  expectedSubject: z.string().max(512).optional(),
  /** Values of which the session's acr must be one (an essential `acr` in `claims`). */
  requiredAcr: z.array(z.string().max(512)).max(33).optional(),
  /** Values that the app would like best, in its order (`acr_values`). */
  acrValues: z.array(z.string().max(512)).max(32).default([]),
  claims: claimsRequestSchema.optional(),
  uiLocales: z.string().max(1024).optional(),
  /** A sign-in that tries the app's settings out: which, and the only session that may finish it. Never from a request. */
  test: z.object({ id: z.uuid(), sessionId: z.uuid() }).optional(),
  /** Of a pushed request: when its request_uri expires, in milliseconds. */
  reopenableUntil: z.number().optional(),
});

export type AuthorizationRequest = z.infer<typeof authorizationRequestSchema>;

/** The forms of the consent page, the account chooser and the sign-out page. */
export const interactionTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const consentDecisionSchema = z.enum(["allow", "deny"]);
