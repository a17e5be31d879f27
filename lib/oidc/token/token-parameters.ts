/** The parameters of a token request and how long each may be. */
import { type Parameters, readParameters } from "../parameters.ts";
import { callerLimits } from "./authenticate-caller.ts";

export const tokenLimits = {
  ...callerLimits,
  grant_type: 128,
  code: 512,
  redirect_uri: 2048,
  code_verifier: 128,
  refresh_token: 512,
  device_code: 512,
  scope: 2048,
  resource: 2048,
  audience: 2048,
  subject_token: 8192,
  subject_token_type: 128,
  requested_token_type: 128,
  actor_token: 8192,
} as const;

export type TokenParameters = Parameters<keyof typeof tokenLimits>;

export function readTokenParameters(entries: Iterable<readonly [string, string]>): TokenParameters {
  return readParameters(entries, tokenLimits, ["resource", "audience"]);
}
