/** What the page shows of a device that waits for the person's word. */
import type { Context } from "#lib/context/context.ts";
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import type { PasskeyRule, UnmetRule } from "../authorize/check-access-rules.ts";
import { knownScopes } from "../claims/scopes.ts";
import { type ConsentDescription, describeConsent } from "../interactions/describe-consent.ts";
import { type SelfDescribed, selfDescribed } from "../interactions/describe-source.ts";
import type { DeviceInteraction } from "../interactions/find-interaction.ts";
import { deviceStep } from "./device-step.ts";
import { findPendingDevice } from "./store.ts";

export interface DeviceDescription {
  readonly kind: "device";
  readonly clientId: string;
  readonly clientName: string;
  /** Who said what the app is called, where that was not an administrator. */
  readonly selfDescribed?: SelfDescribed;
  /** Devices name nobody. */
  readonly loginHint?: string;
  /** The signed-in person must confirm that it is them. */
  readonly reauthentication: boolean;
  /** Why: the app demands another passkey than the one that was used. */
  readonly demand?: PasskeyRule;
  /** Present when somebody is signed in who may answer. */
  readonly question?: {
    readonly person: { readonly displayName: string; readonly username: string };
    /** Where and when the device asked: whoever is somewhere else did not start this. */
    readonly ip: string;
    readonly userAgent: string;
    readonly askedAt: Date;
    readonly consent: ConsentDescription;
    /** Why it can only be declined. */
    readonly unmetRule?: UnmetRule;
  };
}

/** Undefined when the device waits no more. Reads only. */
export async function describeDevice(
  ctx: Context,
  interaction: DeviceInteraction,
): Promise<DeviceDescription | undefined> {
  const { client, request } = interaction;
  const deviceCodeHash = decodeBase64url(request.deviceCodeHash) ?? new Uint8Array();
  const device = await findPendingDevice(ctx.db, { deviceCodeHash, now: ctx.now });
  if (!device) return undefined;
  const step = await deviceStep(ctx, interaction);
  const base = {
    kind: "device",
    clientId: client.id,
    clientName: client.name,
    ...selfDescribed(client),
  } as const;
  if (step.kind === "sign_in") {
    const { reauthentication, rule } = step;
    return { ...base, reauthentication, ...(rule === undefined ? {} : { demand: rule }) };
  }
  const { person } = step;
  const question = { scopes: knownScopes(device.scopes), claims: [], resources: device.resources };
  return {
    ...base,
    reauthentication: false,
    question: {
      person: { displayName: person.displayName, username: person.username },
      ip: device.ip,
      userAgent: device.userAgent,
      askedAt: device.createdAt,
      consent: await describeConsent(ctx, client, person, question, question.scopes),
      ...(step.kind === "no_access" ? { unmetRule: step.rule } : {}),
    },
  };
}
