"use server";
/** The forms about people. */
import {
  addToGroupAction,
  changeMembershipsAction,
  changeStatesAction,
  changeUserAction,
  deleteUserAction,
  disableUserAction,
  enableUserAction,
  endSessionAction,
  endSessionsAction,
  endSessionsOfManyAction,
  makeRecoveryLinkAction,
  matchingPeopleAction,
  removeFromGroupAction,
  revokeConsentAction,
  revokePasskeyAction,
  setRoleAction,
} from "./user-actions.ts";

export async function changeUser(form: FormData) {
  return changeUserAction(form);
}

export async function setRole(form: FormData) {
  return setRoleAction(form);
}

export async function disableUser(form: FormData) {
  return disableUserAction(form);
}

export async function enableUser(form: FormData) {
  return enableUserAction(form);
}

export async function deleteUser(form: FormData) {
  return deleteUserAction(form);
}

export async function makeRecoveryLink(form: FormData) {
  return makeRecoveryLinkAction(form);
}

export async function endSession(form: FormData) {
  return endSessionAction(form);
}

export async function endSessions(form: FormData) {
  return endSessionsAction(form);
}

export async function revokePasskey(form: FormData) {
  return revokePasskeyAction(form);
}

export async function addToGroup(form: FormData) {
  return addToGroupAction(form);
}

export async function removeFromGroup(form: FormData) {
  return removeFromGroupAction(form);
}

export async function revokeConsent(form: FormData) {
  return revokeConsentAction(form);
}

export async function changeStates(form: FormData) {
  return changeStatesAction(form);
}

export async function endSessionsOfMany(form: FormData) {
  return endSessionsOfManyAction(form);
}

export async function changeMemberships(form: FormData) {
  return changeMembershipsAction(form);
}

export async function matchingPeople(form: FormData) {
  return matchingPeopleAction(form);
}
