"use server";
/** The forms about apps. */
import {
  addClientAction,
  addClientSecretAction,
  beginTestSignInAction,
  changeClientAction,
  changeClientStatesAction,
  deleteClientAction,
  disableClientAction,
  enableClientAction,
  registerAddressAction,
  removeClientSecretAction,
  setClientGroupsAction,
} from "./client-actions.ts";

export async function addNewClient(form: FormData) {
  return addClientAction(form);
}

export async function changeApp(form: FormData) {
  return changeClientAction(form);
}

export async function setAppGroups(form: FormData) {
  return setClientGroupsAction(form);
}

export async function addAppSecret(form: FormData) {
  return addClientSecretAction(form);
}

export async function removeAppSecret(form: FormData) {
  return removeClientSecretAction(form);
}

export async function disableApp(form: FormData) {
  return disableClientAction(form);
}

export async function enableApp(form: FormData) {
  return enableClientAction(form);
}

export async function deleteApp(form: FormData) {
  return deleteClientAction(form);
}

export async function beginTest(form: FormData) {
  return beginTestSignInAction(form);
}

export async function registerAddress(form: FormData) {
  return registerAddressAction(form);
}

export async function changeAppStates(form: FormData) {
  return changeClientStatesAction(form);
}
