/** The parameters of a token request and how long each may be. */
import type { Parameters } from "../parameters.ts";

export const tokenLimits = {
  grant_type: 128,
  code: 512,
  redirect_uri: 2048,
  code_verifier: 128,
  client_id: 128,
  client_secret: 512,
} as const;

export type TokenParameters = Parameters<keyof typeof tokenLimits>;
