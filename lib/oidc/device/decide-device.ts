/** The person's answer to a device that waits. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import type { Db } from "#lib/db/client.ts";
import { rememberConsent } from "#lib/grants/remember-consent.ts";
import { insertSessionClient } from "../authorize/store.ts";
import { type DeviceInteraction, findInteraction } from "../interactions/find-interaction.ts";
import { finishedAlready } from "../interactions/finished-already.ts";
import { deleteInteraction } from "../interactions/store.ts";
import { deviceStep } from "./device-step.ts";
import { resumeDevice } from "./resume-device.ts";
import { answerDevice, findPendingDevice } from "./store.ts";

/**
 * Leads to the page that tells what was done. An allowing answer from somebody who may not give it only goes on with
 * the request; declining needs nothing but to be signed in.
 * @throws PageError for an unknown, finished or expired request
 */
export async function decideDevice(
  ctx: Context,
  input: { readonly interaction: string; readonly decision: "allow" | "deny" },
): Promise<{ readonly location: string }> {
  const interaction = await findInteraction(ctx, input.interaction);
  if (interaction?.kind !== "device") throw finishedAlready();
  const step = await deviceStep(ctx, interaction);
  if (step.kind === "sign_in") return resumeDevice(ctx, interaction);
  const allowed = input.decision === "allow";
  if (allowed && step.kind !== "confirm") return resumeDevice(ctx, interaction);
  await ctx.db.transaction((tx) =>
    allowed ? approve(ctx, tx, interaction, step.person) : deny(ctx, tx, interaction, step.person),
  );
  return { location: `${ctx.config.baseUrl}/device?result=${allowed ? "allowed" : "declined"}` };
}

async function approve(
  ctx: Context,
  tx: Db,
  interaction: DeviceInteraction,
  { userId, sessionId, authTime, acr, amr }: UserActor,
): Promise<void> {
  const { client, row } = interaction;
  const key = { deviceCodeHash: hashOf(interaction), now: ctx.now };
  const device = await findPendingDevice(tx, key);
  if (!device || !(await deleteInteraction(tx, row.id))) throw finishedAlready();
  const { scopes, resources } = device;
  const owner = { userId, clientId: client.id };
  const grantId = await rememberConsent(ctx, tx, { ...owner, scopes, claims: [], resources });
  const approval = { status: "approved", userId, sessionId, grantId, authTime, acr, amr } as const;
  // Another tab, or another person with the same code, may have answered since.
  if (!(await answerDevice(tx, key, approval))) throw finishedAlready();
  await insertSessionClient(tx, { sessionId, clientId: client.id, createdAt: ctx.now });
  await appendAuditEvent(ctx, tx, {
    action: "device.approved",
    outcome: "success",
    subjectUserId: userId,
    clientId: client.id,
    details: { scopes, resources, askedFrom: device.ip },
  });
}

async function deny(
  ctx: Context,
  tx: Db,
  interaction: DeviceInteraction,
  { userId }: UserActor,
): Promise<void> {
  const key = { deviceCodeHash: hashOf(interaction), now: ctx.now };
  if (!(await deleteInteraction(tx, interaction.row.id))) throw finishedAlready();
  if (!(await answerDevice(tx, key, { status: "denied" }))) throw finishedAlready();
  await appendAuditEvent(ctx, tx, {
    action: "device.denied",
    outcome: "failure",
    reason: "access_denied",
    subjectUserId: userId,
    clientId: interaction.client.id,
  });
}

function hashOf({ request }: DeviceInteraction): Uint8Array {
  return decodeBase64url(request.deviceCodeHash) ?? new Uint8Array();
}
