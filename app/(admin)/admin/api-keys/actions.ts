"use server";
/** The forms about API keys. */
import { createApiKeyAction, revokeApiKeyAction } from "./api-key-actions.ts";

export async function createApiKey(form: FormData) {
  return createApiKeyAction(form);
}

export async function revokeApiKey(form: FormData) {
  return revokeApiKeyAction(form);
}
