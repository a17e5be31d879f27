"use server";
/** The forms about the issuer's keys. */
import { revokeSigningKeyAction, rotateSigningKeysAction } from "./signing-key-actions.ts";

export async function rotateSigningKeys(form: FormData) {
  return rotateSigningKeysAction(form);
}

export async function revokeSigningKey(form: FormData) {
  return revokeSigningKeyAction(form);
}
