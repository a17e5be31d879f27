"use server";
/** The forms about mail. */
import { discardMailAction, retryMailAction, sendTestMailAction } from "./mail-actions.ts";

export async function sendTestMail(form: FormData) {
  return sendTestMailAction(form);
}

export async function retryMail(form: FormData) {
  return retryMailAction(form);
}

export async function discardMail(form: FormData) {
  return discardMailAction(form);
}
