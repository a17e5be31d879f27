"use server";
/** The form about sessions across people. */
import { endManySessionsAction } from "./session-actions.ts";

export async function endManySessions(form: FormData) {
  return endManySessionsAction(form);
}
