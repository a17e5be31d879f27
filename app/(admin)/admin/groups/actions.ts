"use server";
/** The forms about groups. */
import {
  addManagerAction,
  addMemberAction,
  changeGroupAction,
  createGroupAction,
  deleteGroupAction,
  removeGroupClaimAction,
  removeManagerAction,
  removeMemberAction,
  setGroupClaimAction,
} from "./group-actions.ts";

export async function createGroup(form: FormData) {
  return createGroupAction(form);
}

export async function changeGroup(form: FormData) {
  return changeGroupAction(form);
}

export async function deleteGroup(form: FormData) {
  return deleteGroupAction(form);
}

export async function addMember(form: FormData) {
  return addMemberAction(form);
}

export async function removeMember(form: FormData) {
  return removeMemberAction(form);
}

export async function setGroupClaim(form: FormData) {
  return setGroupClaimAction(form);
}

export async function removeGroupClaim(form: FormData) {
  return removeGroupClaimAction(form);
}

export async function addManager(form: FormData) {
  return addManagerAction(form);
}

export async function removeManager(form: FormData) {
  return removeManagerAction(form);
}
