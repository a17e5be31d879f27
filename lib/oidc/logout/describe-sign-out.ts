/** What the sign-out page shows of an app's request. */
import type { Context } from "#lib/context/context.ts";
import type { EndSessionInteraction } from "../interactions/find-interaction.ts";
import { pickSession } from "./pick-session.ts";

export interface SignOutDescription {
  readonly kind: "end_session";
  readonly clientName?: string;
  /** Who would be signed out: not always whom the browser shows. */
  readonly person?: { readonly displayName: string; readonly username: string };
}

export function describeSignOut(
  ctx: Context,
  { client, request }: EndSessionInteraction,
): SignOutDescription {
  const person = pickSession(ctx, client, request)?.person;
  return {
    kind: "end_session",
    ...(client ? { clientName: client.name } : {}),
    ...(person ? { person: { displayName: person.displayName, username: person.username } } : {}),
  };
}
