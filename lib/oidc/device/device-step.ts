/** What a device's request needs next of the person: a sign-in, or their word; or why they may not. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { InteractionRow } from "#drizzle/schema/oidc.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { type PasskeyRule, type UnmetRule, unmetRule } from "../authorize/check-access-rules.ts";
import { isAdmitted } from "../authorize/store.ts";

export type DeviceStep =
  | {
      readonly kind: "sign_in";
      readonly reauthentication: boolean;
      /** The app's rule that the passkey used so far does not meet. */
      readonly rule?: PasskeyRule;
    }
  | { readonly kind: "no_access"; readonly rule: UnmetRule; readonly person: UserActor }
  | { readonly kind: "confirm"; readonly person: UserActor };

/** First-party apps ask too: a person must never let in a device by following a link alone (RFC 8628 section 5.4). */
export async function deviceStep(
  ctx: Context,
  { client, row }: { readonly client: ClientRow; readonly row: InteractionRow },
): Promise<DeviceStep> {
  if (ctx.actor.type !== "user") return { kind: "sign_in", reauthentication: false };
  const person = ctx.actor;
  // Verified after the code was typed in, for this very request.
  const justNow = person.authTime.getTime() >= row.createdAt.getTime();
  const ages = [client.maxAuthenticationAgeSeconds, client.defaultMaxAgeSeconds].filter(
    (age) => age !== null,
  );
  const oldest = Math.min(...ages) * 1000;
  if (!justNow && ctx.now.getTime() - person.authTime.getTime() > oldest)
    return { kind: "sign_in", reauthentication: true };
  if (!(await isAdmitted(ctx.db, { clientId: client.id, userId: person.userId })))
    return { kind: "no_access", rule: "group", person };
  const rule = unmetRule(client, person);
  if (rule === undefined) return { kind: "confirm", person };
  // Another passkey may do, so the first time the person is asked for one.
  return justNow ? { kind: "no_access", rule, person } : { kind: "sign_in", reauthentication: true, rule };
}
