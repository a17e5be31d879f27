/** The pushed authorization request endpoint (RFC 9126). */
import type { Context } from "#lib/context/context.ts";
import { proveClientKey } from "../dpop/prove-client-key.ts";
import { checkParameters, readParameters } from "../parameters.ts";
import { authenticateCaller, callerLimits } from "../token/authenticate-caller.ts";
import { type PushedAnswer, pushAuthorizationRequest } from "./push-authorization-request.ts";

export interface PushRequest {
  readonly entries: readonly (readonly [string, string])[];
  /** The `Authorization` header as sent. */
  readonly authorization: string | undefined;
  /** The `DPoP` header as sent. */
  readonly dpop: string | undefined;
}

/** The client, then its key, then the parameters. @throws OAuthError */
export async function answerPushedRequest(ctx: Context, request: PushRequest): Promise<PushedAnswer> {
  const caller = readParameters(request.entries, callerLimits);
  checkParameters(caller);
  const client = await authenticateCaller(ctx, caller.values, request.authorization);
  return await pushAuthorizationRequest(ctx, {
    client,
    entries: request.entries,
    // RFC 9449 section 10.1: a proof here binds the code.
    dpopJkt:
      request.dpop === undefined
        ? undefined
        : await proveClientKey(ctx, client, {
            header: request.dpop,
            path: "/oauth/par",
            requireNonce: false,
          }),
  });
}
