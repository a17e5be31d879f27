/** The device authorization endpoint as it is called: the client first, then what it asks for. */
import type { Context } from "#lib/context/context.ts";
import { checkParameters, readParameters } from "../parameters.ts";
import { authenticateCaller, callerLimits } from "../token/authenticate-caller.ts";
import { beginDeviceAuthorization, type DeviceAuthorizationAnswer } from "./begin-device-authorization.ts";

export interface DeviceEndpointRequest {
  readonly entries: readonly (readonly [string, string])[];
  /** The `Authorization` header as sent. */
  readonly authorization: string | undefined;
  /** Thumbprint of the key that the request proved to hold (RFC 9449). */
  readonly dpopJkt: string | undefined;
}

/** @throws OAuthError */
export async function answerDeviceRequest(
  ctx: Context,
  { entries, authorization, dpopJkt }: DeviceEndpointRequest,
): Promise<DeviceAuthorizationAnswer> {
  const caller = readParameters(entries, callerLimits);
  checkParameters(caller);
  const client = await authenticateCaller(ctx, caller.values, authorization);
  return beginDeviceAuthorization(ctx, { client, entries, dpopJkt });
}
