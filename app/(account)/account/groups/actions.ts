"use server";
/** The forms about groups that somebody manages. */
import { addManagedMemberAction, removeManagedMemberAction } from "./member-actions.ts";

export async function addManagedMember(form: FormData) {
  return addManagedMemberAction(form);
}

export async function dropManagedMember(form: FormData) {
  return removeManagedMemberAction(form);
}
