/** What the forms about rules of signing in send → settings and a policy. */
import { z } from "zod";
import { attestationFormats, attestationPolicySchema } from "#lib/passkeys/policy/schema.ts";
import { settingsChangeSchema } from "#lib/settings/run-time/schema.ts";
import { type Unit, unitNames, units } from "./durations.ts";

const amount = z.coerce.number("must be a number").positive("must be more than nothing").max(100_000);
const unit = z.enum(unitNames as [Unit, ...Unit[]]);
const { signUp, userVerification, attestation, counterPolicy } = settingsChangeSchema.shape;

/** What the environment says is not sent. `version`: the state that the form was filled from. */
export const settingsForm = z
  .strictObject({
    version: z.string().max(64),
    signUp: signUp.unwrap().unwrap().optional(),
    userVerification: userVerification.unwrap().unwrap().optional(),
    attestation: attestation.unwrap().unwrap().optional(),
    counterPolicy: counterPolicy.unwrap().unwrap().optional(),
    idleAmount: amount.optional(),
    idleUnit: unit.optional(),
    lifetimeAmount: amount.optional(),
    lifetimeUnit: unit.optional(),
  })
  .transform(({ version, idleAmount, idleUnit, lifetimeAmount, lifetimeUnit, ...choices }) => ({
    version,
    values: {
      ...choices,
      sessionIdleTimeoutSeconds: secondsOf(idleAmount, idleUnit),
      sessionMaxLifetimeSeconds: secondsOf(lifetimeAmount, lifetimeUnit),
    },
  }));

function secondsOf(count: number | undefined, of: Unit | undefined): number | undefined {
  return count === undefined || of === undefined ? undefined : Math.round(count * units[of]);
}

const ticked = z.enum(["on"]).optional();

/** A product may be several models: a box holds all of their AAGUIDs. */
export const policyForm = z
  .strictObject({
    formats: z.array(z.enum(attestationFormats)),
    trustedOnly: ticked,
    deviceBoundOnly: ticked,
    requireUserVerification: ticked,
    models: z.enum(["any", "only", "except"]),
    products: z.array(z.string().max(2000)).max(300),
    others: z.string().max(40_000),
  })
  .transform(({ formats, models, products, others, ...rules }) => {
    const aaguids = [...products, others].flatMap((text) => text.split(/[\s,]+/)).filter(Boolean);
    const lists = { any: {}, only: { allowAaguids: aaguids }, except: { denyAaguids: aaguids } } as const;
    const asked = Object.entries(rules).flatMap(([name, value]) => (value === "on" ? [[name, true]] : []));
    return {
      ...(formats.length === 0 || formats.length === attestationFormats.length ? {} : { formats }),
      ...Object.fromEntries(asked),
      ...lists[models],
    };
  })
  .pipe(attestationPolicySchema);
