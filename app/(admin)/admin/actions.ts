"use server";
/** What every page of the administration can ask. */
import { findTargetsAction } from "./jump-actions.ts";

export async function findJumpTargets(form: FormData) {
  return findTargetsAction(form);
}
