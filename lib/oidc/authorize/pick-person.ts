/** For which of the people signed in in this browser a request is answered. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { subjectOf } from "../subjects/subject-of.ts";
import type { AuthorizationRequest } from "./schema.ts";

export interface PickedPerson {
  readonly person: UserActor | undefined;
  /** The request insists on nobody, or on this person. */
  readonly isExpected: boolean;
}

/**
 * The one whom the browser shows; but whom the app expects (by `id_token_hint` or a `sub` in `claims`), where that
 * person is signed in too and nobody else was chosen for this very request.
 */
export function pickPerson(
  ctx: Context,
  client: ClientRow,
  { expectedSubject }: Pick<AuthorizationRequest, "expectedSubject">,
  chosenSessionId: string | null | undefined,
): PickedPerson {
  const current = ctx.actor.type === "user" ? ctx.actor : undefined;
  if (expectedSubject === undefined) return { person: current, isExpected: true };
  const isExpected = (person: UserActor) => subjectOf(ctx, client, person.userId) === expectedSubject;
  if (current && isExpected(current)) return { person: current, isExpected: true };
  const other = ctx.alsoSignedIn?.find(isExpected);
  const chosen = current !== undefined && chosenSessionId === current.sessionId;
  return other && !chosen
    ? { person: other, isExpected: true }
    : { person: current, isExpected: current === undefined };
}
