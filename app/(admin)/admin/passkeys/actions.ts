"use server";
/** The forms about passkeys across people. */
import { matchingPasskeysAction, revokeModelAction, revokePasskeysAction } from "./passkey-actions.ts";

export async function revokePasskeys(form: FormData) {
  return revokePasskeysAction(form);
}

export async function revokeModel(form: FormData) {
  return revokeModelAction(form);
}

export async function matchingPasskeys(form: FormData) {
  return matchingPasskeysAction(form);
}
