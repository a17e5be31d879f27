/** Which of the people signed in in this browser an app's sign-out is about. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { signedInPeople } from "#lib/sessions/open-session.ts";
import { subjectOf } from "../subjects/subject-of.ts";
import type { EndSessionRequest } from "./schema.ts";

export interface PickedSession {
  readonly person: UserActor;
  /** The app has shown an ID Token of this very session: the person need not be asked. */
  readonly isProven: boolean;
}

/**
 * Whose session the ID Token is of; else whom it names, or `logout_hint`; else the one whom the browser shows.
 * Undefined when nobody is signed in.
 */
export function pickSession(
  ctx: Context,
  client: ClientRow | undefined,
  { hintedSessionId, hintedSubject, logoutHint }: EndSessionRequest,
): PickedSession | undefined {
  const people = signedInPeople(ctx);
  const proven = people.find(({ sessionId }) => sessionId === hintedSessionId);
  if (proven) return { person: proven, isProven: true };
  const subject = ({ userId }: UserActor) => client && subjectOf(ctx, client, userId);
  const named =
    people.find((person) => hintedSubject !== undefined && subject(person) === hintedSubject) ??
    people.find(
      (person) =>
        logoutHint !== undefined &&
        [person.username.toLowerCase(), person.sessionId, subject(person)?.toLowerCase()].includes(
          logoutHint.toLowerCase(),
        ),
    );
  const person = named ?? people[0];
  return person && { person, isProven: false };
}
