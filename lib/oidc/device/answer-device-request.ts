/** The device authorization endpoint as it is called: the client first, then what it asks for. */
import type { Context } from "#lib/context/context.ts";
import { proveClientKey } from "../dpop/prove-client-key.ts";
import { checkParameters, readParameters } from "../parameters.ts";
import { authenticateCaller, callerLimits } from "../token/authenticate-caller.ts";
import { beginDeviceAuthorization, type DeviceAuthorizationAnswer } from "./begin-device-authorization.ts";

export interface DeviceEndpointRequest {
  readonly entries: readonly (readonly [string, string])[];
  /** The `Authorization` header as sent. */
  readonly authorization: string | undefined;
  /** The `DPoP` header as sent: the device code is then bound to its key. */
  readonly dpop: string | undefined;
}

/** @throws OAuthError */
export async function answerDeviceRequest(
  ctx: Context,
  { entries, authorization, dpop }: DeviceEndpointRequest,
): Promise<DeviceAuthorizationAnswer> {
  const caller = readParameters(entries, callerLimits);
  checkParameters(caller);
  const client = await authenticateCaller(ctx, caller.values, authorization);
  // As at the pushed authorization request endpoint (RFC 9449 section 10.1).
  const dpopJkt =
    dpop === undefined
      ? undefined
      : await proveClientKey(ctx, client, { header: dpop, path: "/oauth/device", requireNonce: true });
  return beginDeviceAuthorization(ctx, { client, entries, dpopJkt });
}
