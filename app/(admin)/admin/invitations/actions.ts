"use server";
/** The forms about invitations. */
import { inviteAction, revokeInvitationAction } from "./invitation-actions.ts";

export async function invite(form: FormData) {
  return inviteAction(form);
}

export async function revokeInvitation(form: FormData) {
  return revokeInvitationAction(form);
}
