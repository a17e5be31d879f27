"use server";
/** The forms about sessions across people. */
import { endManySessionsAction, matchingSessionsAction } from "./session-actions.ts";

export async function endManySessions(form: FormData) {
  return endManySessionsAction(form);
}

export async function matchingSessions(form: FormData) {
  return matchingSessionsAction(form);
}
