/** An authorization request that passed every check, as it waits for its person. */
import { z } from "zod";
import { claimsRequestSchema } from "../claims/schema.ts";
import { knownScopes } from "../claims/scopes.ts";

export const promptSchema = z.enum(["none", "login", "consent", "select_account"]);

export type Prompt = z.infer<typeof promptSchema>;

export const authorizationRequestSchema = z.object({
  redirectUri: z.string().max(2048),
  scopes: z.array(z.string().max(64)).max(64).transform(knownScopes),
  state: z.string().max(4096).optional(),
  nonce: z.string().max(1024).optional(),
  /** S256, RFC 7636. */
  codeChallenge: z.string().length(43).optional(),
  prompts: z.array(promptSchema).max(4),
  maxAgeSeconds: z.number().int().nonnegative().optional(),
  loginHint: z.string().max(1024).optional(),
  /** The `sub` that the app insists on, by `id_token_hint` or a `sub` value in `claims`. */
  expectedSubject: z.string().max(512).optional(),
  /** Values of which the session's acr must be one (an essential `acr` in `claims`). */
  requiredAcr: z.array(z.string().max(512)).max(33).optional(),
  claims: claimsRequestSchema.optional(),
});

export type AuthorizationRequest = z.infer<typeof authorizationRequestSchema>;

/** The consent form and the sign-out form. */
export const interactionTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const consentDecisionSchema = z.enum(["allow", "deny"]);
