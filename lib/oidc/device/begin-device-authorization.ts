/** The device authorization endpoint (RFC 8628 section 3.1): a code to poll with, and one to type in. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { recordClientError } from "#lib/clients/errors/record-client-error.ts";
import { deviceCodeGrant } from "#lib/clients/schema.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { showLetterCode } from "#lib/crypto/letter-code.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { checkDpopKey } from "../authorize/check-dpop-key.ts";
import { checkResource } from "../authorize/check-resource.ts";
import { checkScope } from "../authorize/check-scope.ts";
import { checkParameters, readParameters } from "../parameters.ts";
import { deviceCodeLifetimeSeconds, pollIntervalSeconds } from "./lifetimes.ts";
import { insertDeviceCode } from "./store.ts";
import { hashUserCode, makeUserCode } from "./user-code.ts";

const limits = { scope: 2048, resource: 2048, dpop_jkt: 64 } as const;

export interface DeviceAuthorizationRequest {
  /** The client, authenticated as it registered. */
  readonly client: ClientRow;
  readonly entries: Iterable<readonly [string, string]>;
  /** Of the proof that came along (RFC 9449). */
  readonly dpopJkt: string | undefined;
}

/** RFC 8628 section 3.2. */
export interface DeviceAuthorizationAnswer {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
  readonly expires_in: number;
  readonly interval: number;
}

/** @throws OAuthError unauthorized_client, invalid_request, invalid_scope, invalid_target */
export async function beginDeviceAuthorization(
  ctx: Context,
  request: DeviceAuthorizationRequest,
): Promise<DeviceAuthorizationAnswer> {
  try {
    return await begin(ctx, request);
  } catch (error) {
    if (error instanceof OAuthError) await recordRefusal(ctx, request.client, error);
    throw error;
  }
}

async function begin(
  ctx: Context,
  { client, entries, dpopJkt }: DeviceAuthorizationRequest,
): Promise<DeviceAuthorizationAnswer> {
  if (!client.grantTypes.includes(deviceCodeGrant))
    throw new OAuthError("unauthorized_client", "This client is not registered for the device code grant.");
  const parameters = readParameters<keyof typeof limits>(entries, limits, ["resource"]);
  checkParameters(parameters);
  const scopes = checkScope(parameters.values.scope, { allowed: client.scopes, withIdToken: false });
  const resources = checkResource(parameters.lists.resource, client);
  const deviceCode = randomSecret();
  const userCode = await insertWithUserCode(ctx, {
    deviceCodeHash: sha256(deviceCode),
    clientId: client.id,
    scopes,
    resources,
    dpopJkt: checkDpopKey(parameters.values.dpop_jkt, dpopJkt) ?? null,
    status: "pending" as const,
    ip: ctx.ip,
    userAgent: ctx.userAgent,
    pollIntervalSeconds,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + deviceCodeLifetimeSeconds * 1000),
  });
  await appendAuditEvent(ctx, ctx.db, {
    action: "device.requested",
    outcome: "success",
    actor: { type: "client", clientId: client.id },
    clientId: client.id,
    details: { scopes, resources },
  });
  const verificationUri = `${ctx.config.baseUrl}/device`;
  return {
    device_code: deviceCode,
    user_code: showLetterCode(userCode),
    verification_uri: verificationUri,
    verification_uri_complete: `${verificationUri}?user_code=${showLetterCode(userCode)}`,
    expires_in: deviceCodeLifetimeSeconds,
    interval: pollIntervalSeconds,
  };
}

type NewDevice = Omit<Parameters<typeof insertDeviceCode>[1], "userCodeHash">;

/** Of 25 thousand million codes two can meet by chance; several in a row cannot. */
async function insertWithUserCode(ctx: Context, row: NewDevice): Promise<string> {
  for (let tries = 0; tries < 5; tries += 1) {
    const userCode = makeUserCode();
    if (await insertDeviceCode(ctx.db, { ...row, userCodeHash: hashUserCode(userCode) })) return userCode;
  }
  throw new Error("no free user code was found");
}

async function recordRefusal(
  ctx: Context,
  client: ClientRow,
  { code, description: explanation }: OAuthError,
): Promise<void> {
  await recordClientError(ctx, { client, endpoint: "/oauth/device", code, explanation });
  await appendAuditEvent(ctx, ctx.db, {
    action: "device.refused",
    outcome: "failure",
    reason: code,
    actor: { type: "client", clientId: client.id },
    clientId: client.id,
    details: { description: explanation },
  });
}
